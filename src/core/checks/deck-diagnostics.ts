import type { EditorState } from '@codemirror/state';
import type { Diagnostic } from '../diagnostic.ts';
import { DeckChecker } from './deck-checker.ts';
import type { DeckFiles } from './deck-files.ts';
import type { Problem } from './problem.ts';

/** What drawing a slide finds out, too. Whoever draws the slides and checks the deck hears it twice. */
export const foundByDrawing: ReadonlySet<string> = new Set(['attribute-dropped', 'media-left-out']);

/** Everything that the rules find in a deck, at once. */
export function checkDeck(state: EditorState, files: DeckFiles | null = null): readonly Problem[] {
  const check = new DeckChecker().check(state, files);
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
  }
}

/** What a deck's author should know about it, as far as its text tells, in the order of the file. */
export function deckDiagnostics(state: EditorState): readonly Diagnostic[] {
  return checkDeck(state).map(({ code, severity, message, slide, line, column }) => ({
    code,
    severity,
    message,
    ...(slide === undefined ? {} : { slide }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
}
