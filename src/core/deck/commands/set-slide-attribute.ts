import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import { type Arranged, arrange, arrangedBody, arrangement } from '../arrangement.ts';
import { attributeEdits, withAttribute } from '../slide-comment.ts';
import { slideBody, slideIndex } from '../slide-index.ts';
import { slideChanges } from './edit-slide.ts';

/**
 * Sets an attribute of slides, or with `null` takes it away, without touching its neighbours in their comments.
 * @param name such as `data-timing`; anything but letters, digits, `-` and `_` is refused
 * @returns `null` where nothing would change
 * @throws RangeError for a name that is none
 */
export function setSlideAttribute(
  state: EditorState,
  keys: readonly string[],
  name: string,
  value: string | null,
): Transaction | null {
  if (!/^[a-z][\w-]*$/i.test(name)) throw new RangeError(`Not the name of an attribute: ${JSON.stringify(name)}`);
  const wanted = new Set(keys);
  const slides = slideIndex(state).slides.filter((slide) => wanted.has(slide.key));
  // An empty slide has no line of its own yet: what is written there needs new breaks around it.
  if (value !== null && slides.some(({ from, to }) => from === to)) {
    const set = (slide: Arranged) => ({
      ...slide,
      stays: false,
      body: withAttribute(arrangedBody(state, slide), name.toLowerCase(), value),
    });
    return arrange(
      state,
      arrangement(state).map((slide) => (wanted.has(slide.key) ? set(slide) : slide)),
      'slides.attribute',
    );
  }
  const changes = slides.flatMap((slide) =>
    slideChanges(state, slide, attributeEdits(slideBody(state, slide), name.toLowerCase(), value)),
  );
  if (changes.length === 0) return null;
  return state.update({
    changes,
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('slides.attribute')],
  });
}

/** Hides slides from the audience, or shows them again. */
export function setHidden(state: EditorState, keys: readonly string[], hidden: boolean): Transaction | null {
  return setSlideAttribute(state, keys, 'data-visibility', hidden ? 'hidden' : null);
}
