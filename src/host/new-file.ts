import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { syncDirectory } from './atomic-save.ts';
import { errorCode, writeFailure } from './file-failure.ts';
import { temporaryPrefix } from './orphan-sweep.ts';

/** What file systems answer that know no second names for a file: FAT, exFAT, some network drives. */
const linkless: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EXDEV'];

/**
 * Makes a file that was not there, with all of its bytes at once. Never writes over one: two that make the same file at the
 * same moment cannot both succeed. Throws a Failure: `exists`, or what a save throws.
 */
export function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  return makeNewFile(path, bytes.length, (handle) => handle.writeFile(bytes));
}

/** As {@link writeNewFile}, with the bytes of an open file of this size. Closes that one. */
export async function copyToNewFile(path: string, from: FileHandle, size: number): Promise<void> {
  try {
    await makeNewFile(path, size, async (handle) => {
      await handle.writeFile(from.createReadStream({ autoClose: false }));
    });
  } finally {
    await from.close();
  }
}

async function makeNewFile(path: string, size: number, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const name = `${temporaryPrefix(path)}${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
  const temporary = join(dirname(path), name);
  try {
    const handle = await open(temporary, 'wx');
    try {
      try {
        await fill(handle);
        await handle.sync();
        const written = (await handle.stat()).size;
        // A nearly full disk has been seen to report success for half a file.
        if (written !== size) throw Object.assign(new Error(`${written} of ${size} bytes`), { code: 'ENOSPC' });
      } finally {
        await handle.close();
      }
      await moveToNew(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  } catch (error) {
    throw newFileFailure(error, path, size);
  }
}

/** Gives a file another name, in the same folder, that no other file has. Throws a Failure: `exists`, or what a save throws. */
export async function renameToNew(from: string, to: string): Promise<void> {
  try {
    await moveToNew(from, to);
  } catch (error) {
    throw newFileFailure(error, to, 0);
  }
}

/** Renaming would replace what is there; a link never does. */
async function moveToNew(from: string, to: string): Promise<void> {
  if (await linked(from, to)) {
    await unlink(from).catch(async (error: unknown) => {
      await unlink(to).catch(() => undefined);
      throw error;
    });
  } else await moveOverPlaceholder(from, to);
  await syncDirectory(dirname(to));
}

/** Whether the file has the second name; `false` on a drive that knows none. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (linkless.includes(errorCode(error))) return false;
    throw error;
  }
}

/** Takes the name with an empty file first, which it then replaces by its own. */
async function moveOverPlaceholder(from: string, to: string): Promise<void> {
  await (await open(to, 'wx')).close();
  await rename(from, to).catch(async (error: unknown) => {
    await rm(to, { force: true });
    throw error;
  });
}

function newFileFailure(error: unknown, path: string, bytes: number): Failure {
  if (errorCode(error) !== 'EEXIST') return writeFailure(error, path, bytes);
  return new Failure(
    {
      code: 'exists',
      message: `There is a file ${basename(path)} in ${dirname(path)} already.`,
      place: { file: path },
      wayOut: 'Nothing was changed. Choose another name.',
    },
    { cause: error },
  );
}
