import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { makeNewFolder } from '../new-folder.ts';
import { writeNewFile } from '../new-file.ts';
import { type PackedDeck, readPackedFile } from './read-packed.ts';

/**
 * Unpacks the deck in a file into a new folder beside it, named as the file is, and answers with the deck’s path. A deck that
 * was unpacked there before, and is still the same, is that deck; nothing is ever written over. Throws a Failure as reading
 * the file and writing new ones does.
 */
export async function unpackDeck(path: string): Promise<string> {
  return unpackInto(dirname(path), basename(path), await readPackedFile(path));
}

/** Unpacks a deck into a new folder in `folder`, named as `name` is without its extension. */
export async function unpackInto(folder: string, name: string, packed: PackedDeck): Promise<string> {
  const place = join(folder, parse(name).name);
  if (await isThere(place, packed)) return join(place, packed.deck);
  const own = await makeNewFolder(place);
  try {
    for (const { path, bytes } of packed.files) {
      await mkdir(dirname(join(own, path)), { recursive: true });
      await writeNewFile(join(own, path), bytes);
    }
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return join(own, packed.deck);
}

/** Whether every one of the files is in the folder, as it is in the pack. */
async function isThere(folder: string, { files }: PackedDeck): Promise<boolean> {
  for (const { path, bytes } of files) {
    const there = await readFile(join(folder, path)).catch(() => null);
    if (there === null || !there.equals(bytes)) return false;
  }
  return true;
}
