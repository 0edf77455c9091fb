import type { EditorState, Transaction } from '@codemirror/state';
import { type Arranged, arrange, arrangement } from '../arrangement.ts';
import { slideIndex } from '../slide-index.ts';
import type { BreakKind } from '../slide.ts';

export interface NewSlide {
  /** Key of the slide in front of it; `null` for the start of the deck. */
  readonly after: string | null;
  readonly break: BreakKind;
  /** Its Markdown: one slide, without breaks. */
  readonly body: string;
}

/**
 * Puts a new slide into the deck.
 * @returns `null` where `after` is no slide, or the body is not one slide
 */
export function insertSlide(state: EditorState, slide: NewSlide): Transaction | null {
  const index = slideIndex(state);
  const at = slide.after === null ? 0 : index.slides.findIndex(({ key }) => key === slide.after) + 1;
  if (slide.after !== null && at === 0) return null;
  const fresh: Arranged = {
    key: `s${index.nextKey}`,
    break: slide.break,
    was: null,
    stays: false,
    body: slide.body.trim(),
  };
  const all = arrangement(state);
  return arrange(state, [...all.slice(0, at), fresh, ...all.slice(at)], 'slides.insert');
}
