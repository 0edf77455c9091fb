import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import { matchSlides, traceOf } from '../../annotations/likeness.ts';
import { difference } from '../arrangement.ts';
import { createDeck, takeLineEnds } from '../deck-state.ts';
import { setSlideKeys, slideBody, slideIndex } from '../slide-index.ts';

/**
 * Takes over a whole new text, as another program wrote it. Slides are found again by id, by text or by likeness and keep
 * their keys, so that annotations, selection and the stage stay with them.
 * @param undoable whether it is an undo step of its own; otherwise history is kept and mapped over it
 * @returns `null` where the text is the same
 */
export function replaceText(state: EditorState, text: string, undoable: boolean): Transaction | null {
  const next = createDeck(text);
  const traces = (deck: EditorState) =>
    slideIndex(deck).slides.map((slide) => traceOf(slideBody(deck, slide), slide.attributes.get('id') ?? null));
  const change = difference(state, 0, state.doc.length, next.doc.toString());
  if (change === null && next.lineBreak === state.lineBreak) return null;
  const { slides, nextKey } = slideIndex(state);
  const keys: (string | undefined)[] = slideIndex(next).slides.map(() => undefined);
  for (const [i, place] of matchSlides(traces(state), traces(next)).entries())
    if (place !== -1) keys[place] = slides[i]?.key;
  return state.update({
    changes: change ?? [],
    effects: [
      setSlideKeys.of(keys.map((key, i) => key ?? `s${nextKey + i}`)),
      ...(next.lineBreak === state.lineBreak ? [] : [takeLineEnds(text)]),
    ],
    annotations: [
      isolateHistory.of('full'),
      Transaction.userEvent.of('deck.reload'),
      Transaction.addToHistory.of(undoable),
    ],
  });
}
