import { mkdir, readdir, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, parse, relative, sep } from 'node:path';
import { asFailure, Failure } from '../core/failure.ts';
import { assetPath } from './asset-path.ts';
import { openDeckAsset } from './deck-assets.ts';
import { sidecarPath } from './deck-file.ts';
import { deckFileName } from './deck-name.ts';
import { realFolder } from './folder-listing.ts';
import { isBelow } from './folder-path.ts';
import { namedFiles } from './named-files.ts';
import { copyToNewFile, writeNewFile } from './new-file.ts';
import { largestText } from './text-file.ts';
import { encodeUtf8 } from './utf8.ts';

/** So many names are tried before a user is asked for one. */
const mostNumbers = 1000;

export interface NewDeck {
  /** The folder that it goes to, absolute and without links. */
  readonly folder: string;
  /** As the user gave it. */
  readonly name: string;
  readonly text: string;
  readonly annotations: string | null;
  readonly taken: 'fail' | 'number';
  /** The folder that the files which the deck shows are in, if that is another one. */
  readonly filesFrom: string | null;
}

/**
 * Makes a deck's file and the annotations beside it, and brings along the files that it shows. Writes over nothing. Throws a
 * Failure, and then nothing new is there; answers with the path of the deck.
 */
export async function createDeckFile(deck: NewDeck): Promise<string> {
  const name = deckFileName(deck.name);
  const bytes = encodeUtf8(deck.text, false);
  if (bytes.length > largestText) throw tooLarge(bytes.length);
  const made: string[] = [];
  try {
    if (deck.filesFrom !== null && deck.filesFrom !== deck.folder)
      await copyFiles(namedFiles(deck.text), deck.filesFrom, deck.folder, made);
    return await underFreeName(deck, name, (path) => writePair(path, bytes, deck.annotations));
  } catch (error) {
    for (const path of made.toReversed()) await unlink(path).catch(() => rmdir(path).catch(() => undefined));
    throw asFailure(error);
  }
}

async function underFreeName(
  { folder, taken }: NewDeck,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<string> {
  const { name: stem, ext } = parse(name);
  const names = taken === 'fail' ? [name] : numbered(stem, ext, await namesIn(folder));
  for (const candidate of names) {
    const path = join(folder, deckFileName(candidate));
    try {
      await write(path);
      return path;
    } catch (error) {
      if (taken === 'fail' || !(error instanceof Failure) || error.code !== 'exists') throw error;
    }
  }
  throw new Failure({
    code: 'exists',
    message: `There are ${mostNumbers.toLocaleString('en')} decks named like ${name} in ${folder} already.`,
    wayOut: 'Choose another name.',
  });
}

/** `name.md`, `name 2.md`, `name 3.md` …; of `name 2.md`, where `name.md` is there, the copies are counted on from 3. */
function* numbered(stem: string, ext: string, there: ReadonlySet<string>): Generator<string> {
  yield `${stem}${ext}`;
  const [, base = '', number = ''] = /^(.+) (\d{1,4})$/.exec(stem) ?? [];
  const isCopy = base !== '' && there.has(`${base}${ext}`);
  const first = isCopy ? Number(number) + 1 : 2;
  for (let n = first; n < first + mostNumbers; n += 1) yield `${isCopy ? base : stem} ${n}${ext}`;
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(folder).catch(() => []));
}

/** The annotations go first: a deck that shows up in the library has them. */
async function writePair(path: string, bytes: Uint8Array, annotations: string | null): Promise<void> {
  const beside = sidecarPath(path);
  if (annotations === null) await refuseStrayAnnotations(beside);
  else await writeNewFile(beside, encodeUtf8(annotations, false));
  try {
    await writeNewFile(path, bytes);
  } catch (error) {
    if (annotations !== null) await unlink(beside).catch(() => undefined);
    throw error;
  }
}

/** A new deck does not take over what lies there of another one. */
async function refuseStrayAnnotations(path: string): Promise<void> {
  const { base } = parse(path);
  const names = await namesIn(dirname(path));
  if (!names.has(base)) return;
  throw new Failure({
    code: 'exists',
    message: `There are annotations named ${base} in ${dirname(path)} already, of another deck.`,
    place: { file: path },
    wayOut: 'Nothing was changed. Choose another name, or move that file away.',
  });
}

/** Copies those of the files that are there. What is in the other folder already stays as it is. */
async function copyFiles(named: readonly string[], from: string, to: string, made: string[]): Promise<void> {
  for (const address of named) {
    const segments = assetPath(address);
    if (segments === null) continue;
    const target = join(to, ...segments);
    const asset = await openDeckAsset(from, address);
    if (asset === null) continue;
    if (!(await makeFolder(to, dirname(target), made))) {
      await asset.handle.close();
      continue;
    }
    try {
      await copyToNewFile(target, asset.handle, asset.size);
      made.push(target);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'exists') throw error;
    }
  }
}

/** Makes the folders on the way; `false` where a link would lead out of `root`, or a file is in the way. */
async function makeFolder(root: string, folder: string, made: string[]): Promise<boolean> {
  let at = root;
  for (const segment of relative(root, folder)
    .split(sep)
    .filter((part) => part !== '')) {
    at = join(at, segment);
    const isNew = await mkdir(at).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (isNew) made.push(at);
    const real = await realFolder(at).catch(() => null);
    if (real === null || !isBelow(root, real)) return false;
  }
  return true;
}

function tooLarge(bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `The deck would have ${bytes.toLocaleString('en')} bytes, and Lectern opens files up to ${largestText.toLocaleString('en')} (64 MiB).`,
    wayOut: 'Nothing was written. Move pictures that are written into the text to files of their own, or split it.',
  });
}
