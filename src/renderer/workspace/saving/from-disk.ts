import type { EditorState, StateEffect, Transaction } from '@codemirror/state';
import type { Recovery, Sidecar } from '../../../contract/schemas.ts';
import { annotationSet, type AnnotationSet, becomeAnnotations } from '../../../core/annotations/annotation-field.ts';
import { settled } from '../../../core/annotations/merge-annotations.ts';
import { loadAnnotations, type LoadedAnnotations, noAnnotations } from '../../../core/annotations/sidecar/read.ts';
import { replaceText } from '../../../core/deck/commands/replace-text.ts';
import { asFailure, Failure, type FailureFields } from '../../../core/failure.ts';

/** What is wrong with the annotations' file, if something is, and whether it must be left as it is. */
export type InkAccess = Pick<LoadedAnnotations, 'problem' | 'readOnly'>;

/** The annotations of a sidecar as the host read it. What the host could not read must be left as it is, too. */
export function loadInk(sidecar: Sidecar, state: EditorState): LoadedAnnotations {
  if (sidecar.problem === null) return loadAnnotations(sidecar.text, state);
  return { ...noAnnotations, problem: asFailure(new Failure(sidecar.problem as FailureFields)), readOnly: true };
}

/** The effects that put annotations and layers in place of those of the open deck. What is in both stays untouched. */
export function inkChange(state: EditorState, wanted: AnnotationSet): readonly StateEffect<unknown>[] {
  return becomeAnnotations(state, settled(annotationSet(state), wanted));
}

/**
 * Brings back what a crash left unsaved, text and annotations, as one undo step.
 * @returns `null` where the deck is like that already
 */
export function restoreRecovery(state: EditorState, recovery: Recovery): Transaction | null {
  return replaceText(state, recovery.text, true, {
    userEvent: 'deck.recover',
    annotations: (next) => {
      const wanted = loadAnnotations(recovery.annotations, next);
      return wanted.readOnly ? [] : inkChange(next, wanted);
    },
  });
}
