import type { Window } from './app-window.ts';
import { type KeyCost, traceKeys } from './key-trace.ts';

/** With those before them, no more than half of the shortest deck has. */
const steps = 20;
/** The first steps, which compile what later ones run. */
const unmeasured = 4;
/** Milliseconds between two steps: longer than a key that is held down repeats, and than most of what follows a step. */
const pause = 250;

/** What each of some steps by a key costs. */
export async function stepThrough(window: Window, key: string): Promise<readonly KeyCost[]> {
  const keys = Array.from({ length: steps + unmeasured }, () => key);
  return (await traceKeys(window, { keys, shownAfter: 'keydown', pause })).slice(unmeasured);
}
