import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** Room for the rest of the backup's name within the 255 bytes that file systems allow. */
const longestStem = 48;

/**
 * Writes into the file that is there, for a file that must not be replaced by another: one with several names, or of
 * another owner. This cannot be atomic, so the old bytes are first put beside it as `NAME.before-save-….EXT`; should
 * the write fail they are written back, and should the machine stop they are still there to be opened.
 */
export async function saveInPlace(
  path: string,
  bytes: Uint8Array,
  mayReplace: () => Promise<boolean>,
): Promise<boolean> {
  const old = await readFile(path);
  const { name, ext } = parse(path);
  const stem = Array.from(name).slice(0, longestStem).join('');
  const backup = join(dirname(path), `${stem}.before-save-${randomBytes(6).toString('hex')}${ext}`);
  let needed = false;
  try {
    await writeFile(backup, old, { flag: 'wx', flush: true, mode: 0o600 });
    if (!(await mayReplace())) return false;
    const handle = await open(path, constants.O_WRONLY);
    try {
      needed = true;
      await overwrite(handle, bytes).catch(async (error: unknown) => {
        // The old bytes fit: the blocks they need were never given back.
        await overwrite(handle, old);
        needed = false;
        throw error;
      });
      needed = false;
    } finally {
      await handle.close();
    }
    return true;
  } finally {
    if (!needed) await rm(backup, { force: true });
  }
}

async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await handle.truncate(bytes.length);
  await handle.sync();
  const { size } = await handle.stat();
  if (size !== bytes.length)
    throw Object.assign(new Error(`${size} of ${bytes.length} bytes were written`), { code: 'ENOSPC' });
}
