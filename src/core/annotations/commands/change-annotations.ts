import type { EditorState, Transaction } from '@codemirror/state';
import { annotations } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { isFree } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/**
 * Gives annotations other values, found by their ids: each stays in its place of the order. What lies on a locked layer stays
 * as it is, and nothing goes onto one.
 * @returns `null` where none of them is there, is free, and would be another value
 */
export function changeAnnotations(state: EditorState, changed: readonly Annotation[]): Transaction | null {
  const free = changed.filter((each) => isFree(state, each));
  return replaced(state, new Map(free.map((each) => [each.id, [each]])), 'annotation.change');
}

/**
 * Puts what an eraser left of annotations in their place.
 * @param remains for the id of each that was met, what is left of it: nothing, or the pieces
 * @returns `null` where none of them is there and free
 */
export function eraseAnnotations(
  state: EditorState,
  remains: ReadonlyMap<string, readonly Annotation[]>,
): Transaction | null {
  return replaced(state, remains, 'annotation.erase');
}

function replaced(
  state: EditorState,
  values: ReadonlyMap<string, readonly Annotation[]>,
  userEvent: string,
): Transaction | null {
  const next = annotations(state).flatMap((each): readonly Annotation[] => {
    const other = values.get(each.id);
    return other === undefined || !isFree(state, each) ? [each] : other;
  });
  return annotationStep(state, { annotations: next }, userEvent);
}
