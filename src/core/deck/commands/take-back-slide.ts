import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import { arrange, arrangement, difference } from '../arrangement.ts';
import { lineEnd } from '../gap.ts';
import { slideBody, slideByKey, slideIndex, slideKeys } from '../slide-index.ts';

/**
 * Gives a slide the text that it had in another version of the deck.
 * @param body its Markdown with `\n` as line ends
 * @returns `null` where no slide has the key, it has that text, or the text would not be one slide here
 */
export function takeBackSlide(state: EditorState, key: string, body: string): Transaction | null {
  const index = slideIndex(state);
  const slide = slideByKey(index, key);
  if (slide === undefined) return null;
  const text = body.replaceAll('\n', lineEnd(state));
  const change = difference(state, slide.from, slide.to, text);
  if (change === null) return null;
  const inPlace = state.update({
    changes: change,
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('slides.takeBack')],
  });
  const after = slideIndex(inPlace.state);
  const now = slideByKey(after, key);
  const kept = slideKeys(index).every((each, i) => each === after.slides[i]?.key);
  if (
    kept &&
    after.slides.length === index.slides.length &&
    now !== undefined &&
    slideBody(inPlace.state, now) === text
  )
    return inPlace;
  // A text with a block that is left open, or an empty one, needs new breaks around it.
  return arrange(
    state,
    arrangement(state).map((each) => (each.key === key ? { ...each, stays: false, body: text } : each)),
    'slides.takeBack',
  );
}
