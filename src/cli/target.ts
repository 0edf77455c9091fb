import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../core/failure.ts';
import { readDeckFile } from '../host/deck-file.ts';
import { errorCode } from '../host/file-failure.ts';
import { packedKind } from '../host/packed/packed-name.ts';
import { readPackedFile } from '../host/packed/read-packed.ts';

/** What to open: a library’s folder and, where a deck was named, that deck first. */
export interface Target {
  readonly folder: string;
  readonly open?: string;
}

/**
 * Reads `[DECK or FOLDER]`; the current folder where it is left out. A deck is read once to see that it can be opened:
 * throws the Failure that says why not. A bundle, or a PDF with its deck, is unpacked when it is opened.
 */
export async function findTarget(named = '.'): Promise<Target> {
  const path = resolve(named);
  const found = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw notThere(named, path);
    return null;
  });
  if (found?.isDirectory()) return { folder: path };
  if (packedKind(path) === null) await readDeckFile(path);
  else await readPackedFile(path);
  return { folder: dirname(path), open: path };
}

function notThere(named: string, path: string): Failure {
  return new Failure({
    code: 'missing',
    message: `There is no deck or folder ${named}.`,
    place: { file: path },
    wayOut: 'Check the name; it may have been moved, renamed or deleted.',
  });
}
