import type { Failure } from '../../../core/failure.ts';

/** Which of a deck's two files: its Markdown, or the annotations beside it. */
export type DeckPart = 'deck' | 'annotations';

/** How the open deck stands to its files. Always in view. */
export type SaveState =
  /** `at` is `null` until something was saved. */
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** Somebody else wrote the file (or took it away: `gone`) while there are changes here. Nothing is saved until the user chose. */
  | { readonly kind: 'changed-on-disk'; readonly part: DeckPart; readonly gone: boolean }
  /** `pending`: there are changes here that cannot be saved. */
  | { readonly kind: 'read-only'; readonly reason: string; readonly pending: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Whether leaving now would lose something. */
export function isAtRisk(state: SaveState): boolean {
  return state.kind !== 'saved' && !(state.kind === 'read-only' && !state.pending);
}

/** A clock time as the header shows it, such as `14:02`. */
export function clockTime(date: Date): string {
  return date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
}
