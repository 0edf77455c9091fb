import { access, constants, type FileHandle, open, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from './atomic-save.ts';
import { errorCode, notAFile, readFailure } from './file-failure.ts';
import { revisionOf } from './revision.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** Largest file that is read, in bytes. */
export const largestText = 64 * 1024 * 1024;

/** The byte that ends a line. It is no part of any other character. */
const newLine = 0x0a;

export interface TextFile {
  /** Without its byte order mark; line ends as they are in the file. */
  readonly text: string;
  readonly bom: boolean;
  readonly revision: string;
  /** Size in bytes. */
  readonly bytes: number;
  readonly modified: Date;
}

export interface TextSave {
  readonly text: string;
  /** The revision that the text was edited from; `null` to create the file. */
  readonly base: string | null;
  /** Whether a file that is created begins with a byte order mark; one that is there keeps what it has. */
  readonly bom?: boolean;
}

/** What a save came to: the file has the text, or somebody else had changed it (`null`: removed it) and it was left alone. */
export type TextSaveOutcome =
  | { readonly outcome: 'saved'; readonly revision: string }
  | { readonly outcome: 'changed-on-disk'; readonly revision: string | null };

/**
 * Reads a file of text. An empty file is a valid one. Throws a Failure: `missing`, `unreadable`, `not-a-file` (folder,
 * pipe, device), `too-large` (over {@link largestText}), `not-utf-8`.
 */
export async function readTextFile(path: string): Promise<TextFile> {
  const { bytes, stats } = await readBytes(path);
  const { text, bom } = decodeUtf8(bytes, path);
  return { text, bom, revision: revisionOf(bytes), bytes: bytes.length, modified: stats.mtime };
}

/**
 * The beginning of a file of text, without its byte order mark: as many lines as fit into `most` bytes, and whether that is all. Throws as
 * {@link readTextFile} does.
 */
export async function readBeginning(
  path: string,
  most: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const { bytes, stats } = await readBytes(path, most);
  const isWhole = stats.size <= bytes.length;
  const { text } = decodeUtf8(isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf(newLine) + 1), path);
  return { text, isWhole };
}

/** The revision of what is at `path` now, or `null` where there is no file. Throws as {@link readTextFile} does. */
export async function currentRevision(path: string): Promise<string | null> {
  try {
    return revisionOf((await readBytes(path)).bytes);
  } catch (error) {
    if (error instanceof Failure && error.code === 'missing') return null;
    throw error;
  }
}

/**
 * Writes a text so that the file always has either all of the old text or all of the new. A file whose content is not
 * the base revision any more is left alone. Throws a Failure: `read-only`, `no-space`, `missing` (the folder),
 * `not-a-file`, `too-large` (over {@link largestText}: it could not be opened again).
 */
export async function saveTextFile(path: string, save: TextSave): Promise<TextSaveOutcome> {
  const before = await bytesNow(path);
  const found = before === null ? null : revisionOf(before);
  if (found !== save.base) return { outcome: 'changed-on-disk', revision: found };
  // The content is the one that the text was read from, so its byte order mark is the one to keep.
  const bom = before === null ? (save.bom ?? false) : hasByteOrderMark(before);
  const bytes = encodeUtf8(save.text, bom);
  if (bytes.length > largestText) throw tooLargeToSave(path, bytes.length);
  let changed: { readonly revision: string | null } | null = null;
  const written = await saveAtomically(path, bytes, async () => {
    const now = await currentRevision(path);
    if (now !== save.base) changed = { revision: now };
    return now === save.base;
  });
  if (!written) return { outcome: 'changed-on-disk', ...(changed ?? { revision: null }) };
  return { outcome: 'saved', revision: revisionOf(bytes) };
}

/**
 * Why a file could not be written, as a sentence for its reader, or `null` if it could. Goes by the mode bits and not
 * only by what the system would allow: a file marked read-only was meant so, and root could write it all the same.
 */
export async function readOnlyReason(path: string): Promise<string | null> {
  const name = basename(path);
  try {
    const stats = await stat(path);
    if ((stats.mode & 0o222) === 0) return `${name} is marked read-only.`;
    await access(path, constants.W_OK);
  } catch (error) {
    if (errorCode(error) === 'EROFS') return `${name} is on a drive that cannot be written to.`;
    return `You are not allowed to write ${name}.`;
  }
  try {
    await access(dirname(path), constants.W_OK);
    return null;
  } catch {
    return `You are not allowed to write in the folder of ${name}.`;
  }
}

async function bytesNow(path: string): Promise<Uint8Array | null> {
  try {
    return (await readBytes(path)).bytes;
  } catch (error) {
    if (error instanceof Failure && error.code === 'missing') return null;
    throw error;
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** @param most no more bytes than that are read */
async function readBytes(
  path: string,
  most: number = Infinity,
): Promise<{ readonly bytes: Uint8Array; readonly stats: Stats }> {
  try {
    refuseSpecial(await stat(path), path);
    // Not blocking: should a pipe have taken the file's place since, opening it does not wait for a writer.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      refuseSpecial(stats, path);
      if (stats.size > largestText) throw tooLarge(path, stats.size);
      const bytes = stats.size > most ? await readFirst(handle, most) : await handle.readFile();
      if (bytes.length > largestText) throw tooLarge(path, bytes.length);
      return { bytes, stats };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readFailure(error, path);
  }
}

async function readFirst(handle: FileHandle, most: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0);
  return buffer.subarray(0, bytesRead);
}

function refuseSpecial(stats: Stats, path: string): void {
  if (stats.isFile()) return;
  const what = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';
  throw new Failure({ ...notAFile(basename(path), what), place: { file: path } });
}

function tooLarge(path: string, bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `${basename(path)} has ${bytes.toLocaleString('en')} bytes; Lectern opens files up to ${largestText.toLocaleString('en')} (64 MiB).`,
    place: { file: path },
    wayOut: 'Move pictures that are written into the text to files of their own, or split the file.',
  });
}

function tooLargeToSave(path: string, bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `${basename(path)} was not saved: it would have ${bytes.toLocaleString('en')} bytes, and Lectern opens files up to ${largestText.toLocaleString('en')} (64 MiB).`,
    place: { file: path },
    wayOut:
      'The old file is unchanged. Move pictures that are written into the text to files of their own, or split it.',
  });
}
