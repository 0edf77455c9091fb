import { isolateHistory } from '@codemirror/commands';
import { type EditorState, type StateEffect, Transaction } from '@codemirror/state';
import { matchSlides } from '../../annotations/likeness.ts';
import { difference } from '../arrangement.ts';
import { createDeck, takeLineEnds } from '../deck-state.ts';
import { setSlideKeys, slideIndex } from '../slide-index.ts';
import { slideTraces } from '../slide-traces.ts';

export interface ReplaceOptions {
  readonly userEvent?: string;
  /** Effects on the annotations that belong to the same step, made for the deck as it will be. */
  readonly annotations?: (next: EditorState) => readonly StateEffect<unknown>[];
}

const noEffects = (): readonly StateEffect<unknown>[] => [];

/**
 * Takes over a whole new text, as another program wrote it. Slides are found again by id, by text or by likeness and keep
 * their keys, so that annotations, selection and the stage stay with them.
 * @param undoable whether it is an undo step of its own; otherwise history is kept and mapped over it
 * @returns `null` where the text is the same
 */
export function replaceText(
  state: EditorState,
  text: string,
  undoable: boolean,
  { userEvent = 'deck.reload', annotations = noEffects }: ReplaceOptions = {},
): Transaction | null {
  const next = createDeck(text);
  const change = difference(state, 0, state.doc.length, next.doc.toString());
  const { slides, nextKey } = slideIndex(state);
  const keys: (string | undefined)[] = slideIndex(next).slides.map(() => undefined);
  for (const [i, place] of matchSlides(slideTraces(state), slideTraces(next)).entries())
    if (place !== -1) keys[place] = slides[i]?.key;
  const lineEnds = next.lineBreak === state.lineBreak ? [] : [takeLineEnds(text)];
  const replacing = state.update({
    changes: change ?? [],
    effects: [setSlideKeys.of(keys.map((key, i) => key ?? `s${nextKey + i}`)), ...lineEnds],
  });
  const marks = annotations(replacing.state);
  if (change === null && lineEnds.length === 0 && marks.length === 0) return null;
  return state.update({
    changes: replacing.changes,
    effects: [...replacing.effects, ...marks],
    annotations: [
      isolateHistory.of('full'),
      Transaction.userEvent.of(userEvent),
      Transaction.addToHistory.of(undoable),
    ],
  });
}
