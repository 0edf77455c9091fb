import type { EditorState, Transaction } from '@codemirror/state';
import { arrange } from '../../core/deck/arrangement.ts';
import { insertSlide } from '../../core/deck/commands/insert-slide.ts';
import { slideByKey, slideIndex } from '../../core/deck/slide-index.ts';
import type { Range } from '../../core/deck/slide.ts';
import type { SessionSnapshot } from './deck-session.ts';

const title = 'New slide';
const body = `## ${title}\n\n- `;

/** A new slide after another, in its stack where that goes on. The empty slide of an empty deck gives way to it. */
export function newSlide(state: EditorState, after: string): Transaction | null {
  const { slides, nextKey } = slideIndex(state);
  const [only] = slides;
  if (slides.length === 1 && only !== undefined && only.from === only.to)
    return arrange(
      state,
      [{ key: `s${nextKey}`, break: 'horizontal', was: null, stays: false, body: body.trim() }],
      'slides.insert',
    );
  const next = slides[slides.findIndex((slide) => slide.key === after) + 1];
  return insertSlide(state, { after, break: next?.break ?? 'horizontal', body });
}

/** Where the title stands that the current slide was made with; `null` where it is another by now. */
export function newSlideTitle({ state, current }: SessionSnapshot): Range | null {
  const slide = slideByKey(slideIndex(state), current);
  if (slide === undefined) return null;
  const from = slide.from + body.indexOf(title);
  const to = from + title.length;
  return state.sliceDoc(from, to) === title ? { from, to } : null;
}
