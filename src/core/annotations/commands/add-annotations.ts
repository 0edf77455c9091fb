import type { EditorState, Transaction } from '@codemirror/state';
import { annotations } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { isFree } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/**
 * Puts annotations on top of the others, in their order.
 * @returns `null` where there are none, or one of them would lie on a locked layer
 * @throws RangeError for an id that is there already, or that two of them share
 */
export function addAnnotations(state: EditorState, added: readonly Annotation[]): Transaction | null {
  const all = [...annotations(state), ...added];
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) throw new RangeError(`Annotations with ids that are taken: ${added.map(({ id }) => id)}`);
  if (added.some((annotation) => !isFree(state, annotation))) return null;
  return annotationStep(state, { annotations: all }, 'annotation.add');
}
