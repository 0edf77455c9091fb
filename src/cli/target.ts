import { readDeckFile } from '../host/deck-file.ts';
import { packedKind } from '../host/packed/packed-name.ts';
import { readPackedFile } from '../host/packed/read-packed.ts';
import { findTarget as hostTarget, type Target } from '../host/target.ts';

export type { Target } from '../host/target.ts';

/**
 * Reads `[DECK or FOLDER]`; the current folder where it is left out. A deck is read once to see that it can be opened:
 * throws the Failure that says why not. A bundle, or a PDF with its deck, is unpacked when it is opened.
 */
export async function findTarget(named = '.'): Promise<Target> {
  const target = await hostTarget(named);
  if (target.open === undefined) return target;
  await (packedKind(target.open) === null ? readDeckFile(target.open) : readPackedFile(target.open));
  return target;
}
