import type { EditorState, Transaction } from '@codemirror/state';
import { annotations } from '../annotation-field.ts';
import { isFree } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/** Takes annotations away; those on locked layers stay. `null` where none of them is there, or all of them stay. */
export function removeAnnotations(state: EditorState, ids: Iterable<string>): Transaction | null {
  const wanted = new Set(ids);
  const left = annotations(state).filter((each) => !wanted.has(each.id) || !isFree(state, each));
  return annotationStep(state, { annotations: left }, 'annotation.remove');
}
