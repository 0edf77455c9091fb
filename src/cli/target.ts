import { readDeckFile } from '../host/deck-file.ts';
import { findTarget as hostTarget, type Target } from '../host/target.ts';

export type { Target } from '../host/target.ts';

/**
 * Reads `[DECK or FOLDER]`; the current folder where it is left out. A deck is read once to see that it can be opened:
 * throws the Failure that says why not.
 */
export async function findTarget(named = '.'): Promise<Target> {
  const target = await hostTarget(named);
  if (target.open !== undefined) await readDeckFile(target.open);
  return target;
}
