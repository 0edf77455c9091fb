import { lstat, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImageRequest, LocalFile } from '../contract/schemas/deck.ts';
import { Failure } from '../core/failure.ts';
import type { DeckEntry } from './deck-registry.ts';
import { errorCode, writeFailure } from './file-failure.ts';
import { realFolder } from './folder-listing.ts';
import { isBelow } from './folder-path.ts';
import { writeNewFile } from './new-file.ts';
import { pictureName } from './picture-name.ts';
import { pictureExtension } from './picture-type.ts';

/** Largest picture that is taken, in bytes. */
export const largestPicture = 32 * 1024 * 1024;

/** So many pictures of one name, and the next is refused. */
const mostNumbers = 1000;

/** The folder beside a deck that its pictures go to. */
const pictureFolder = 'images';

/**
 * Puts a picture beside a deck, under a name that no other file has; the very same picture is not put there twice. Throws a
 * Failure: `too-large`, `bad-arguments` for bytes that are no picture, `outside` for a folder that leads elsewhere, or what a
 * save throws.
 */
export async function addPicture(deck: DeckEntry, request: ImageRequest, now = new Date()): Promise<LocalFile> {
  const bytes = Buffer.from(request.data, 'base64');
  if (bytes.length > largestPicture) throw tooLarge(bytes.length);
  const extension = pictureExtension(bytes);
  if (extension === null) throw noPicture(request.name);
  const folder = await openFolder(deck.folder);
  const stem = pictureName(request.name, now);
  for (let number = 1; number <= mostNumbers; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
    const path = join(folder, name);
    try {
      if (!(await holds(path, bytes))) await writeNewFile(path, bytes);
      return { path: `${pictureFolder}/${name}`, kind: 'image', bytes: bytes.length };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'exists') throw error;
      // Two windows may have added the same picture at the same moment.
      if (await holds(path, bytes)) return { path: `${pictureFolder}/${name}`, kind: 'image', bytes: bytes.length };
    }
  }
  throw new Failure({
    code: 'exists',
    message: `There are ${mostNumbers.toLocaleString('en')} pictures named like ${stem}${extension} already.`,
    place: { file: folder },
    wayOut: 'Nothing was written. Give the picture another name.',
  });
}

/** Makes the folder for pictures. It may be a link, but not out of the deck's folder, where pages could not show it. */
async function openFolder(deckFolder: string): Promise<string> {
  const path = join(deckFolder, pictureFolder);
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw writeFailure(error, join(path, 'picture'), 0);
  }
  const real = await realFolder(path).catch(() => null);
  if (real !== null && isBelow(deckFolder, real)) return real;
  throw new Failure({
    code: 'outside',
    message: `${basename(path)} beside the deck is not a folder in the deck’s own: the picture was not added.`,
    place: { file: path },
    wayOut: 'Rename it, or put a folder of that name in its place; then add the picture again.',
  });
}

/** Whether the file is there and has these very bytes. */
async function holds(path: string, bytes: Buffer): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null || !stats.isFile() || stats.size !== bytes.length) return false;
  const there = await readFile(path).catch(() => null);
  return there?.equals(bytes) === true;
}

function tooLarge(bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `The picture has ${bytes.toLocaleString('en')} bytes; pictures up to ${largestPicture.toLocaleString('en')} (32 MiB) are added.`,
    wayOut:
      'Nothing was written. Make it smaller in a picture editor, or copy the file into the deck’s folder yourself.',
  });
}

function noPicture(name: string): Failure {
  const what = name === '' ? 'What was pasted' : `“${name.slice(0, 80)}”`;
  return new Failure({
    code: 'bad-arguments',
    message: `${what} is not a picture that a deck can show.`,
    wayOut: 'Nothing was written. Save it as PNG, JPEG, GIF, WebP, AVIF or SVG, then add that.',
  });
}
