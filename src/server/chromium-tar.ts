import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

const block = 512;

/** Writes the regular files of a tar archive below `folder`, in which every name must stay. Links and devices are left out. */
export async function unpackTar(archive: Uint8Array, folder: string): Promise<void> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(field(bytes, at + 124, 12), 8);
    if (field(bytes, at + 156, 1) === '0') {
      const target = join(folder, inside(field(bytes, at, 100)));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const executable = (Number.parseInt(field(bytes, at + 100, 8), 8) & 0o100) !== 0;
      await writeFile(target, bytes.subarray(at + block, at + block + size), { mode: executable ? 0o700 : 0o600 });
    }
    at += block + Math.ceil(size / block) * block;
  }
}

function field(bytes: Buffer, from: number, length: number): string {
  const text = bytes.toString('latin1', from, from + length);
  return text.slice(0, text.indexOf('\0') === -1 ? length : text.indexOf('\0'));
}

function inside(name: string): string {
  const clean = normalize(name);
  if (clean.startsWith('..') || clean.startsWith('/'))
    throw new RangeError(`The archive names a file outside it: ${name}.`);
  return clean;
}
