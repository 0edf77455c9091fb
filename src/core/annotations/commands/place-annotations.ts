import type { EditorState, Transaction } from '@codemirror/state';
import { slideIndex } from '../../deck/slide-index.ts';
import { annotations } from '../annotation-field.ts';
import { changeAnnotations } from './change-annotations.ts';

/**
 * Puts annotations on a slide, whatever slide they were on.
 * @returns `null` where the slide or the annotations are not there, they are on it, or all lie on locked layers
 */
export function placeAnnotations(state: EditorState, ids: Iterable<string>, slide: string): Transaction | null {
  if (slideIndex(state).outline.place(slide) < 0) return null;
  const wanted = new Set(ids);
  const placed = annotations(state).flatMap((each) => {
    if (!wanted.has(each.id) || each.slide === slide) return [];
    const { lastSlide: _, ...rest } = each;
    return [{ ...rest, slide }];
  });
  return changeAnnotations(state, placed);
}
