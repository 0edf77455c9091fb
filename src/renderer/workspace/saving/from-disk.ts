import type { EditorState, StateEffect, Transaction } from '@codemirror/state';
import type { Recovery, Sidecar } from '../../../contract/schemas.ts';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import { addAnnotation, annotations, removeAnnotations } from '../../../core/annotations/annotation-field.ts';
import { loadAnnotations, type LoadedAnnotations } from '../../../core/annotations/sidecar.ts';
import { replaceText } from '../../../core/deck/commands/replace-text.ts';
import { asFailure, Failure, type FailureFields } from '../../../core/failure.ts';

/** What is wrong with the annotations' file, if something is, and whether it must be left as it is. */
export type InkAccess = Pick<LoadedAnnotations, 'problem' | 'readOnly'>;

/** The annotations of a sidecar as the host read it. What the host could not read must be left as it is, too. */
export function loadInk(sidecar: Sidecar, state: EditorState): LoadedAnnotations {
  if (sidecar.problem === null) return loadAnnotations(sidecar.text, state);
  return { annotations: [], problem: asFailure(new Failure(sidecar.problem as FailureFields)), readOnly: true };
}

/** The effects that put annotations in place of those of the open deck. What is in both stays untouched. */
export function inkChange(state: EditorState, wanted: readonly Annotation[]): readonly StateEffect<unknown>[] {
  const kept = new Set(wanted.map(identity));
  const present = new Set(annotations(state).map(identity));
  const effects: StateEffect<unknown>[] = [];
  let next = state;
  const gone = annotations(state).filter((annotation) => !kept.has(identity(annotation)));
  const removal = removeAnnotations(
    state,
    gone.map(({ id }) => id),
  );
  if (removal !== null) {
    effects.push(...removal.effects);
    next = removal.state;
  }
  for (const annotation of wanted) {
    if (present.has(identity(annotation))) continue;
    const addition = addAnnotation(next, annotation);
    effects.push(...addition.effects);
    next = addition.state;
  }
  return effects;
}

/**
 * Brings back what a crash left unsaved, text and annotations, as one undo step.
 * @returns `null` where the deck is like that already
 */
export function restoreRecovery(state: EditorState, recovery: Recovery): Transaction | null {
  return replaceText(state, recovery.text, true, {
    userEvent: 'deck.recover',
    annotations: (next) => {
      const { annotations: wanted, readOnly } = loadAnnotations(recovery.annotations, next);
      return readOnly ? [] : inkChange(next, wanted);
    },
  });
}

/** Equal for annotations that say the same; how they were written in a file does not count. */
function identity(annotation: Annotation): string {
  return JSON.stringify({ ...annotation, source: annotation.kind === 'ink' ? undefined : annotation.source });
}
