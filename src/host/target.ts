import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Failure } from '../core/failure.ts';
import { isMarkdownName } from './deck-folder.ts';
import { errorCode, readFailure } from './file-failure.ts';
import { packedKind } from './packed/packed-name.ts';

/** What to open: a library's folder and, where a deck was named, that deck first. Paths are absolute. */
export interface Target {
  readonly folder: string;
  readonly open?: string;
}

/**
 * What to open for a path that the user named, on the command line, by a double click or by a drop. Throws a Failure that says
 * what is wrong with it: nothing there, or neither Markdown nor a bundle or PDF that may hold some. Whether a deck can be read shows when it is.
 */
export async function findTarget(named: string): Promise<Target> {
  const path = resolve(named);
  const found = await stat(path).catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? nothingThere(path) : readFailure(error, path);
  });
  if (found.isDirectory()) return { folder: path };
  // A name that begins with a dot is hidden from lists, and still a name.
  const isDeck = isMarkdownName(basename(path).replace(/^\.+/, '')) || packedKind(path) !== null;
  if (!isDeck) throw noDeck(path);
  return { folder: dirname(path), open: path };
}

function noDeck(path: string): Failure {
  return new Failure({
    code: 'not-a-deck',
    message: `${basename(path)} is no Markdown file, and no bundle or PDF that could hold one.`,
    place: { file: path },
    wayOut: 'Open a file whose name ends with .md or .markdown, or a folder that holds some.',
  });
}

function nothingThere(path: string): Failure {
  return new Failure({
    code: 'missing',
    message: `There is no deck or folder ${path}.`,
    place: { file: path },
    wayOut: 'Check the name; it may have been moved, renamed or deleted.',
  });
}
