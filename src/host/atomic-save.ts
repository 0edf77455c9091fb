import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, writeFailure } from './file-failure.ts';
import { saveInPlace } from './in-place-save.ts';
import { temporaryPrefix } from './orphan-sweep.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

/** Virus scanners and sync clients hold a file for a moment: how often, and how long apart in ms, a rename is tried. */
const renameTries = 10;
const renamePause = 50;

/**
 * Replaces the content of the file at `path`, or makes the file. At every moment, and after a crash at any moment, the
 * file has all of the old bytes or all of the new. Links are followed, the mode and owner are kept, and a file with
 * several names (hard links) keeps them all.
 *
 * `mayReplace` is asked at the last moment before the file changes; if it says no, nothing changes and the result is
 * `false`. Throws a Failure, and then too nothing has changed: `no-space`, `read-only`, `missing` (the folder),
 * `not-a-file`, `bad-arguments` (the name), `unexpected`.
 *
 * @param mode The permissions of a file that is made, less what the user's mask takes away.
 */
export async function saveAtomically(
  path: string,
  bytes: Uint8Array,
  mayReplace: () => Promise<boolean> = () => Promise.resolve(true),
  mode = 0o666,
): Promise<boolean> {
  try {
    const target = await writeTarget(path);
    if (target.stats !== null && target.stats.nlink > 1) return await saveInPlace(target.path, bytes, mayReplace);
    return await replace(target, bytes, mayReplace, mode);
  } catch (error) {
    throw writeFailure(error, path, bytes.length);
  }
}

async function replace(
  target: WriteTarget,
  bytes: Uint8Array,
  mayReplace: () => Promise<boolean>,
  mode: number,
): Promise<boolean> {
  const directory = dirname(target.path);
  const temporary = join(
    directory,
    `${temporaryPrefix(target.path)}${process.pid}-${randomBytes(8).toString('hex')}.tmp`,
  );
  const handle = await open(temporary, 'wx', target.stats === null ? mode : 0o600);
  let sameOwner = true;
  try {
    try {
      await handle.writeFile(bytes);
      if (target.stats !== null) {
        sameOwner = await takeOwner(handle, target.stats);
        await handle.chmod(target.stats.mode & 0o7777);
      }
      await handle.sync();
      await checkSize(handle, bytes.length);
    } finally {
      await handle.close();
    }
    // Another owner's file cannot be replaced by one of ours without becoming ours.
    if (!sameOwner) return await saveInPlace(target.path, bytes, mayReplace);
    if (!(await mayReplace())) return false;
    await renameWithRetry(temporary, target.path);
    await syncDirectory(directory);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives the new file the owner and group of the old one; whether it has them. */
async function takeOwner(handle: FileHandle, old: { readonly uid: number; readonly gid: number }): Promise<boolean> {
  const own = await handle.stat();
  if (own.uid === old.uid && own.gid === old.gid) return true;
  return handle.chown(old.uid, old.gid).then(
    () => true,
    () => false,
  );
}

/** A nearly full disk has been seen to report success for half a file. */
async function checkSize(handle: FileHandle, bytes: number): Promise<void> {
  const { size } = await handle.stat();
  if (size !== bytes) throw Object.assign(new Error(`${size} of ${bytes} bytes were written`), { code: 'ENOSPC' });
}

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const passing = ['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error));
      if (!passing || attempt === renameTries) throw error;
      await wait(renamePause);
    }
  }
}

/** Makes new names in a folder last through a power cut. Not every system can: it is then as safe as the system is. */
export async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network drives do not sync folders; the file itself is on the disk already.
  }
}
