import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { exportFormats, type FormatName, formatOf } from '../core/export/formats.ts';
import { Failure } from '../core/failure.ts';

/** Where an export goes, and as what. */
export interface ExportPlace {
  /** The whole path. */
  readonly path: string;
  readonly format: FormatName;
}

/**
 * Checks where an export is to go before any work is done for it. Throws a Failure: `bad-arguments` (an extension that
 * is none of the `formats`, or the deck itself), `missing` (the folder), `not-a-file`.
 */
export async function exportPath(output: string, deck: string, formats: readonly FormatName[]): Promise<ExportPlace> {
  const path = resolve(output);
  const format = formatOf(path);
  if (format === null || !formats.includes(format)) throw wrongExtension(output, formats);
  const folder = await realpath(dirname(path)).catch(() => null);
  if (folder === null || !(await stat(folder)).isDirectory()) throw noFolder(path);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw isFolder(path);
  const target = await realpath(path).catch(() => join(folder, basename(path)));
  if (target === (await realpath(deck).catch(() => null))) throw isDeck(path);
  return { path, format };
}

function wrongExtension(output: string, formats: readonly FormatName[]): Failure {
  const extensions = formats.map((format) => exportFormats[format].extension).join(', ');
  return new Failure({
    code: 'bad-arguments',
    message: `What “${output}” is to be does not show: its name ends in none of ${extensions}.`,
    wayOut: `Give a file that ends in ${formats.length === 1 ? extensions : `one of ${extensions}`}.`,
  });
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
