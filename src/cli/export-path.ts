import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Failure } from '../core/failure.ts';

/** What later versions write. */
const later = new Set(['.html', '.pptx', '.png', '.md', '.zip']);

/**
 * Checks where a PDF is to go before any work is done for it, and gives the whole path. Throws a Failure: `bad-arguments`
 * (an extension that is not `.pdf`, or the deck itself), `missing` (the folder), `not-a-file`.
 */
export async function exportPath(output: string, deck: string): Promise<string> {
  const path = resolve(output);
  const extension = extname(path).toLowerCase();
  if (extension !== '.pdf') throw wrongExtension(output, extension);
  const folder = await realpath(dirname(path)).catch(() => null);
  if (folder === null || !(await stat(folder)).isDirectory()) throw noFolder(path);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw isFolder(path);
  const target = await realpath(path).catch(() => join(folder, basename(path)));
  if (target === (await realpath(deck).catch(() => null))) throw isDeck(path);
  return path;
}

function wrongExtension(output: string, extension: string): Failure {
  const what = later.has(extension)
    ? `This version of Lectern writes PDF, not ${extension}`
    : `“${output}” does not end in .pdf`;
  return new Failure({ code: 'bad-arguments', message: `${what}.`, wayOut: 'Give a file that ends in .pdf.' });
}

/** The folder that a file is to be written to is not there. */
export function noFolder(path: string): Failure {
  return new Failure({
    code: 'missing',
    message: `There is no folder ${dirname(path)} to write to.`,
    place: { file: path },
    wayOut: 'Make the folder first, or choose another one.',
  });
}

function isFolder(path: string): Failure {
  return new Failure({
    code: 'not-a-file',
    message: `${basename(path)} is a folder, not a file to write.`,
    place: { file: path },
    wayOut: 'Choose another name.',
  });
}

function isDeck(path: string): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: 'The output is the deck itself.',
    place: { file: path },
    wayOut: 'Choose another name.',
  });
}
