import { spawnSync } from 'node:child_process';
import type * as fsPromises from 'node:fs/promises';
import { chmod, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyToNewFile, renameToNew, writeNewFile } from '../../../src/host/new-file.ts';
import { temporaryFolders } from './temporary-folder.ts';

const fs = vi.hoisted(() => ({ linkCode: null as string | null }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>();
  return {
    ...real,
    link: async (from: string, to: string) => {
      if (fs.linkCode !== null) throw Object.assign(new Error(fs.linkCode), { code: fs.linkCode });
      return real.link(from, to);
    },
  };
});
afterEach(() => {
  fs.linkCode = null;
});

const newFolder = temporaryFolders();
const text = (value: string): Uint8Array => Buffer.from(value);

describe.each([
  ['with links', null],
  ['on a drive without links', 'EPERM'],
])('a new file %s', (_, code) => {
  it('has all of its bytes, and leaves nothing beside it', async () => {
    fs.linkCode = code;
    const folder = await newFolder();
    await writeNewFile(join(folder, 'a.md'), text('new'));
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  it('never takes the place of another', async () => {
    fs.linkCode = code;
    const folder = await newFolder();
    const path = join(folder, 'a.md');
    await writeFile(path, 'old');
    await writeFile(join(folder, 'b.md'), 'b');
    const exists = { name: 'Failure', code: 'exists', place: { file: path } };
    await expect(writeNewFile(path, text('new'))).rejects.toMatchObject(exists);
    await expect(renameToNew(join(folder, 'b.md'), path)).rejects.toMatchObject(exists);
    const source = await open(join(folder, 'b.md'));
    await expect(copyToNewFile(path, source, 1)).rejects.toMatchObject(exists);
    expect(source.fd).toBe(-1);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.md', 'b.md']);
  });

  it('is made by one of many that want it at the same moment', async () => {
    fs.linkCode = code;
    const folder = await newFolder();
    const wants = Array.from({ length: 20 }, (_unused, i) => writeNewFile(join(folder, 'a.md'), text(`text ${i}`)));
    const settled = await Promise.allSettled(wants);
    const winner = settled.findIndex(({ status }) => status === 'fulfilled');
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe(`text ${winner}`);
    expect(await readdir(folder)).toEqual(['a.md']);
  });
});

it('copies the bytes of an open file', async () => {
  const folder = await newFolder();
  const bytes = Buffer.alloc(300_000, 'picture');
  await writeFile(join(folder, 'a.png'), bytes);
  await copyToNewFile(join(folder, 'b.png'), await open(join(folder, 'a.png')), bytes.length);
  expect((await readFile(join(folder, 'b.png'))).equals(bytes)).toBe(true);
});

it('says that the folder is gone, that the name is too long, that nothing may be written', async () => {
  const folder = await newFolder();
  await expect(writeNewFile(join(folder, 'none', 'a.md'), text('x'))).rejects.toMatchObject({ code: 'missing' });
  await expect(writeNewFile(join(folder, `${'x'.repeat(300)}.md`), text('x'))).rejects.toMatchObject({
    code: 'bad-arguments',
  });
  if (process.getuid?.() === 0) return;
  await chmod(folder, 0o500);
  await expect(writeNewFile(join(folder, 'a.md'), text('x'))).rejects.toMatchObject({ code: 'read-only' });
});

const mayMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt']).status === 0;
if (!mayMount)
  console.log('Skipped: the full disk. This system lets no test mount a small disk of its own (unshare -Urm).');

it.skipIf(!mayMount)('leaves nothing on a full disk', { timeout: 20_000 }, async () => {
  const folder = await newFolder();
  const module = (name: string): string => JSON.stringify(join(import.meta.dirname, '../../../src/host', name));
  const script = `
    const { createDeckFile } = await import(${module('deck-creation.ts')});
    const fs = await import('node:fs');
    const [folder, from] = process.argv.slice(1);
    const order = { folder, name: 'talk', text: '![](big.png)', annotations: '{}', taken: 'fail', filesFrom: from };
    const failed = await createDeckFile(order).catch((error) => error.code);
    const left = fs.readdirSync(folder);
    fs.truncateSync(from + '/big.png', 1000);
    const made = await createDeckFile(order);
    process.stdout.write(JSON.stringify({ failed, left, made: fs.readdirSync(folder) }));`;
  const from = await newFolder();
  await writeFile(join(from, 'big.png'), Buffer.alloc(2_000_000));
  const command = `mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"`;
  const node = [process.execPath, '--input-type=module', '-e', script, folder, from];
  const { stdout, stderr } = spawnSync('unshare', ['-Urm', 'sh', '-c', command, folder, ...node], { encoding: 'utf8' });
  expect(JSON.parse(stdout || JSON.stringify(stderr))).toEqual({
    failed: 'no-space',
    left: [],
    made: ['big.png', 'talk.annotations.json', 'talk.md'],
  });
});
