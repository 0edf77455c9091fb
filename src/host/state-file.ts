import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { saveAtomically } from './atomic-save.ts';
import { errorCode, writeFailure } from './file-failure.ts';
import { createTurns } from './turns.ts';

/** Something that the program remembers, in a JSON file that only its user can read. */
export interface StateFile<T> {
  /** What the file says, once what is being written is. Never throws: a file that says nothing that can be used is set aside. */
  read(): Promise<T>;
  /** Changes what the file says now. Throws a Failure if it cannot be written. */
  update(change: (now: T) => T): Promise<T>;
}

/**
 * @param parse Makes a value of what is in the file; throws if it cannot.
 * @param initial The value where there is no file.
 */
export function createStateFile<T>(path: string, parse: (json: unknown) => T, initial: T): StateFile<T> {
  const inTurn = createTurns();

  const read = async (): Promise<T> => {
    try {
      return parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') await setAside(path);
      return initial;
    }
  };

  return {
    read: () => inTurn('', read),
    // Read afresh each time: other windows and other starts of the program change it too.
    update: (change) =>
      inTurn('', async () => {
        const next = change(await read());
        await writeState(path, JSON.stringify(next, null, 2));
        return next;
      }),
  };
}

/** Writes a file of the state folder in one piece, for its user only; makes the folder. */
export async function writeState(path: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw writeFailure(error, path, bytes.length);
  }
  await saveAtomically(path, bytes, undefined, 0o600);
}

/** Keeps a broken file for whoever wants to look, out of the way of the next one. */
async function setAside(path: string): Promise<void> {
  const now = new Date().toISOString().replace(/[:.]/g, '-');
  await rename(path, `${path}.broken-${now}`).catch(() => undefined);
}
