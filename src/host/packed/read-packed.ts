import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { unzipSync } from 'fflate/browser';
import { Failure } from '../../core/failure.ts';
import { isSidecarName } from '../deck-file.ts';
import { isMarkdownName } from '../deck-folder.ts';
import { nameProblem } from '../deck-name.ts';
import { largestSource } from '../export/deck-source.ts';
import { type AttachedFile, readAttachments } from '../export/pdf-attachments.ts';
import { readFailure } from '../file-failure.ts';
import { assetTypes } from '../media-types.ts';
import { packedKind } from './packed-name.ts';

/** A deck with everything that it needs, out of one file. */
export interface PackedDeck {
  /** Path of the deck among the files. */
  readonly deck: string;
  /** Paths have `/` between folders, lead nowhere else, and can be had on every system. */
  readonly files: readonly AttachedFile[];
}

/** More files than any deck has. */
const mostFiles = 5000;

/** Reads a file that holds a deck. Throws a Failure: `missing`, `unreadable`, `too-large`, `not-a-file`. */
export async function readPackedFile(path: string): Promise<PackedDeck> {
  try {
    const { size } = await stat(path);
    if (size > largestSource) throw tooLarge(path, size);
    return readPacked(path, await readFile(path));
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** The deck in the bytes of a file; `path` says what kind it is, and stands in failures. Throws as {@link readPackedFile} does. */
export function readPacked(path: string, bytes: Uint8Array): PackedDeck {
  const files = (packedKind(path) === 'zip' ? unzipped(path, bytes) : attached(path, bytes)).filter(({ path: name }) =>
    isWelcome(name),
  );
  const decks = files.filter(({ path: name }) => isMarkdownName(name));
  const [deck, more] = decks;
  if (deck === undefined) throw noDeck(path);
  // Ours have one, which comes first; another archive may hold several, and which is meant is not to be guessed.
  if (more !== undefined) throw severalDecks(path, decks.length);
  return { deck: deck.path, files };
}

function unzipped(path: string, bytes: Uint8Array): readonly AttachedFile[] {
  let [total, count] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || !isWelcome(name)) return false;
        total += originalSize;
        count++;
        if (total > largestSource || count > mostFiles) throw tooLarge(path, total);
        return true;
      },
    });
    return Object.entries(files).map(([name, content]) => ({ path: name, bytes: content }));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw damaged(path, error);
  }
}

function attached(path: string, bytes: Uint8Array): readonly AttachedFile[] {
  try {
    return readAttachments(bytes, largestSource);
  } catch (error) {
    // A PDF of another form than ours, which no deck was attached to by this program.
    if (error instanceof RangeError) throw noDeck(path, error);
    throw damaged(path, error);
  }
}

/** What a deck may bring along, at a place below the deck. */
function isWelcome(path: string): boolean {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const isKnown =
    isMarkdownName(name) ||
    isSidecarName(name) ||
    path === 'manifest.json' ||
    assetTypes.has(extname(name).toLowerCase());
  return isKnown && segments.every((segment) => nameProblem(segment) === null);
}

function noDeck(path: string, cause?: unknown): Failure {
  const isPdf = packedKind(path) === 'pdf';
  return new Failure(
    {
      code: 'not-a-file',
      message: `There is no deck in ${basename(path)}.`,
      place: { file: path },
      wayOut: isPdf
        ? 'Open a PDF that was exported with “attach source”, and that no other program has changed since.'
        : 'Open an archive that was exported by Lectern, or that holds one Markdown file.',
    },
    { cause },
  );
}

function severalDecks(path: string, count: number): Failure {
  return new Failure({
    code: 'not-a-file',
    message: `${basename(path)} holds ${count} Markdown files; which of them is the deck does not show.`,
    place: { file: path },
    wayOut: 'Unpack it with another program, and open the deck that you want.',
  });
}

function damaged(path: string, cause: unknown): Failure {
  return new Failure(
    {
      code: 'unreadable',
      message: `${basename(path)} is damaged (${cause instanceof Error ? cause.message : String(cause)}).`,
      place: { file: path },
      wayOut: 'Get it from where it came from once more.',
    },
    { cause },
  );
}

function tooLarge(path: string, bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `${basename(path)} holds more than Lectern unpacks: ${bytes.toLocaleString('en')} bytes, of ${largestSource.toLocaleString('en')} (512 MiB), or more than ${mostFiles.toLocaleString('en')} files.`,
    place: { file: path },
    wayOut: 'Unpack it with another program, and open the deck in its folder.',
  });
}
