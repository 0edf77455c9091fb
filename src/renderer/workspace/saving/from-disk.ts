import type { EditorState, StateEffect, Text, Transaction } from '@codemirror/state';
import type { Recovery, Sidecar } from '../../../contract/schemas/deck.ts';
import { annotationSet, type AnnotationSet, becomeAnnotations } from '../../../core/annotations/annotation-field.ts';
import { settled } from '../../../core/annotations/merge-annotations.ts';
import { loadAnnotations, type LoadedAnnotations, noAnnotations } from '../../../core/annotations/sidecar/read.ts';
import { replaceText } from '../../../core/deck/commands/replace-text.ts';
import { Failure, type FailureFields } from '../../../core/failure.ts';

/** What is wrong with the annotations' file, if something is, and whether it must be left as it is, or kept under another name. */
export type InkAccess = Pick<LoadedAnnotations, 'problem' | 'readOnly' | 'damaged'>;

/** What was read of each sidecar last, and for which text: a large one takes a while. */
const read = new WeakMap<Omit<Sidecar, 'revision'>, { readonly doc: Text; readonly loaded: LoadedAnnotations }>();

/**
 * The annotations of a sidecar as the host read it, on the slides of a text that nobody has edited since it was read. What
 * it may not read must be left as it is.
 */
export function loadInk(sidecar: Omit<Sidecar, 'revision'>, state: EditorState): LoadedAnnotations {
  const { text, problem, damaged } = sidecar;
  if (problem !== null)
    return { ...noAnnotations, problem: new Failure(problem as FailureFields), readOnly: !damaged, damaged };
  const known = read.get(sidecar);
  if (known?.doc.eq(state.doc) === true) return known.loaded;
  const loaded = loadAnnotations(text, state);
  read.set(sidecar, { doc: state.doc, loaded });
  return loaded;
}

/** That a damaged file has another name now, as something to be known. */
export function keptAside(name: string): InkAccess {
  const problem = new Failure({
    code: 'unreadable',
    message: `The annotations’ file that could not be read is kept as ${name}, beside the deck.`,
    wayOut: 'What is drawn and said here is in a new one.',
  });
  return { problem, readOnly: false, damaged: false };
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
      return wanted.readOnly || wanted.damaged ? [] : inkChange(next, wanted);
    },
  });
}
