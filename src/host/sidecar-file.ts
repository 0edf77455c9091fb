import { basename, dirname, join, parse } from 'node:path';
import type { Sidecar, SidecarSaveOutcome } from '../contract/schemas/deck.ts';
import { asFailure, Failure, type FailureCode } from '../core/failure.ts';
import { saveDeckFile } from './deck-file.ts';
import { renameToNew } from './new-file.ts';
import { largestText, readTextFile, type TextSave } from './text-file.ts';

/** What is no text: nothing is lost if it goes under another name. What may not be read is left where it is. */
const notText: readonly FailureCode[] = ['not-utf-8', 'too-large'];

/** Reads a sidecar. One that cannot be read does not keep its deck from opening: the result says why. */
export async function readSidecar(path: string): Promise<Sidecar> {
  try {
    const { text, revision } = await readTextFile(path);
    return { text, revision, problem: null, damaged: false };
  } catch (error) {
    const failure = asFailure(error);
    const problem = failure.code === 'missing' ? null : sidecarFailure(failure, path);
    return { text: null, revision: null, problem, damaged: notText.includes(failure.code) };
  }
}

function sidecarFailure(failure: Failure, path: string): ReturnType<Failure['toJSON']> {
  const { code, message, place } = failure;
  const name = basename(path);
  const said =
    code === 'too-large'
      ? `${name} is larger than the ${largestText.toLocaleString('en')} bytes (64 MiB) that are read of annotations.`
      : message;
  const wayOut = notText.includes(code)
    ? 'The deck is open without them. As soon as something is drawn or said here, the file is kept under another name, as it is.'
    : 'The deck is open without them, and their file is left as it is.';
  return { code, message: said, place, wayOut };
}

/** Saves a sidecar; `damaged` says that what is there could not be read. Throws what a save throws. */
export async function saveSidecar(path: string, save: TextSave, damaged: boolean): Promise<SidecarSaveOutcome> {
  if (damaged) return saveOverDamaged(path, save);
  const outcome = await saveDeckFile(path, save);
  return outcome.outcome === 'saved' ? { ...outcome, setAside: null } : outcome;
}

/**
 * Saves a sidecar in place of one that cannot be read, which is kept under another name: `talk.annotations.damaged-1.json`, or
 * the next number that is free. A file that is another one by now, or can be read by now, is left alone. Where the save fails,
 * the file has its old name again.
 * @param save `base` is the revision of the damaged file; `null` where it was no text
 */
async function saveOverDamaged(path: string, save: TextSave): Promise<SidecarSaveOutcome> {
  const found = await damagedRevision(path);
  if (found.revision !== save.base) return { outcome: 'changed-on-disk', revision: found.revision };
  const aside = found.isThere ? await setAside(path) : null;
  try {
    const outcome = await saveDeckFile(path, { ...save, base: null });
    return outcome.outcome === 'saved' ? { ...outcome, setAside: aside && basename(aside) } : outcome;
  } catch (error) {
    if (aside !== null) await renameToNew(aside, path).catch(() => undefined);
    throw error;
  }
}

/** What is there: a revision of `null` is one of no text, or there is no file. */
async function damagedRevision(path: string): Promise<{ readonly revision: string | null; readonly isThere: boolean }> {
  const { revision, problem, damaged } = await readSidecar(path);
  if (problem !== null && !damaged) throw new Failure(problem as ConstructorParameters<typeof Failure>[0]);
  return { revision, isThere: damaged || revision !== null };
}

async function setAside(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const aside = join(dirname(path), `${parse(path).name}.damaged-${number}.json`);
    try {
      await renameToNew(path, aside);
      return aside;
    } catch (error) {
      if (asFailure(error).code !== 'exists') throw error;
    }
  }
}
