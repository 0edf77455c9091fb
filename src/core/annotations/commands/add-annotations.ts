import type { EditorState, Transaction } from '@codemirror/state';
import { annotations, layers } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import type { Layer } from '../layer.ts';
import { isFree } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/** How annotations came to be, for the history: drawn or written, pasted, or as copies of others beside them. */
export type AnnotationOrigin = 'add' | 'paste' | 'duplicate';

/**
 * Puts annotations on top of the others, in their order.
 * @returns `null` where there are none, or one of them would lie on a locked layer
 * @throws RangeError for an id that is there already, or that two of them share
 */
export function addAnnotations(
  state: EditorState,
  added: readonly Annotation[],
  origin: AnnotationOrigin = 'add',
): Transaction | null {
  if (added.some((annotation) => !isFree(state, annotation))) return null;
  return annotationStep(state, { annotations: withAdded(state, added) }, `annotation.${origin}`);
}

/**
 * As {@link addAnnotations}, onto a layer that comes with them, on top of the others, where it is not there yet: one step
 * takes back both.
 */
export function addOnLayer(state: EditorState, layer: Layer, added: readonly Annotation[]): Transaction | null {
  if (layers(state).some(({ id }) => id === layer.id)) return addAnnotations(state, added);
  if (added.length === 0) return null;
  const wanted = { annotations: withAdded(state, added), layers: [...layers(state), layer] };
  return annotationStep(state, wanted, 'annotation.add');
}

function withAdded(state: EditorState, added: readonly Annotation[]): readonly Annotation[] {
  const all = [...annotations(state), ...added];
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) throw new RangeError(`Annotations with ids that are taken: ${added.map(({ id }) => id)}`);
  return all;
}
