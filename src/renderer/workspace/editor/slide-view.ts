import type { EditorState } from '@codemirror/state';
import { segmentAt } from '../../../core/deck/slide-index-update.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import type { Range, Slide } from '../../../core/deck/slide.ts';

/** A slide with its place in the file. */
export interface PlacedSlide {
  readonly slide: Slide;
  /** From 1 in file order. */
  readonly number: number;
}

/** The slide that an offset belongs to, and its number, without looking through all of them. */
export function placedSlideAt(state: EditorState, offset: number): PlacedSlide {
  const index = slideIndex(state);
  const at = segmentAt(index.starts, offset);
  const slide = index.slides[at];
  if (slide === undefined) throw new RangeError(`A deck without slides, asked for offset ${offset}`);
  return { slide, number: at + 1 };
}

/** The lines of the caret's slide, and the blank ones around it that the caret is in. */
export function caretSlideLines(state: EditorState): Range {
  const { head } = state.selection.main;
  const { slide } = placedSlideAt(state, head);
  const front = slideIndex(state).head;
  if (head < front.to) return { from: 0, to: Math.max(slide.to, front.to) };
  return {
    from: Math.min(slide.from, state.doc.lineAt(head).from),
    to: Math.max(slide.to, state.doc.lineAt(head).to),
  };
}
