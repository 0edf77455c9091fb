import { dirname, join, parse } from 'node:path';
import { readTextFile, saveTextFile, type TextFile, type TextSave, type TextSaveOutcome } from './text-file.ts';

/** A deck's file, as read. */
export type DeckFile = TextFile;
/** What to save: text without byte order mark, and the revision it was edited from. */
export type DeckSave = TextSave;

/** Reads a deck. Throws a Failure that names the place, the cause and a way out; see {@link readTextFile}. */
export function readDeckFile(path: string): Promise<DeckFile> {
  return readTextFile(path);
}

/** Saves a deck; see {@link saveTextFile}. The file's byte order mark, mode and links stay as they are. */
export function saveDeckFile(path: string, save: DeckSave): Promise<TextSaveOutcome> {
  return saveTextFile(path, save);
}

const sidecarEnd = '.annotations.json';

/** Whether a file of this name or path holds annotations. */
export function isSidecarName(name: string): boolean {
  return name.endsWith(sidecarEnd);
}

/** Where the annotations of the deck at `path` are: `talk.md` has them in `talk.annotations.json`, beside it. */
export function sidecarPath(path: string): string {
  return join(dirname(path), `${parse(path).name}${sidecarEnd}`);
}
