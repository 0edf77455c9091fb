import type { Failure } from '../../../core/failure.ts';

/** Which of a deck's two files: its Markdown, or the annotations beside it. */
export type DeckPart = 'deck' | 'annotations';

/** How the open deck stands to its files. Always in view. */
export type SaveState =
  /** `at` is `null` until something was saved. `strandedInk`: there is ink here whose file must not be written. */
  | { readonly kind: 'saved'; readonly at: Date | null; readonly strandedInk: boolean }
  /** `manual`: it stays so until somebody saves. */
  | { readonly kind: 'unsaved'; readonly manual: boolean }
  | { readonly kind: 'saving' }
  /** Somebody else wrote the file (or took it away: `gone`) while there are changes here. Nothing is saved until the user chose. */
  | { readonly kind: 'changed-on-disk'; readonly part: DeckPart; readonly gone: boolean }
  /** `pending`: there are changes here that cannot be saved. */
  | { readonly kind: 'read-only'; readonly reason: string; readonly pending: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Whether two states say the same. */
export function isSameState(a: SaveState, b: SaveState): boolean {
  const others: Readonly<Record<string, unknown>> = { ...b };
  const fields = Object.entries(a);
  return fields.length === Object.keys(b).length && fields.every(([name, value]) => Object.is(value, others[name]));
}

/** Whether leaving now would lose something. */
export function isAtRisk(state: SaveState): boolean {
  if (state.kind === 'saved') return state.strandedInk;
  return state.kind !== 'read-only' || state.pending;
}

/** A clock time as the header shows it, such as `14:02`. */
export function clockTime(date: Date): string {
  return date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
}
