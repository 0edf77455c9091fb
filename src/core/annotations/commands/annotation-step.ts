import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import { type AnnotationSet, becomeAnnotations } from '../annotation-field.ts';

/**
 * The transaction that gives a deck other annotations or layers: one undo step.
 * @param userEvent what the history calls the step by; see `stepName`
 * @returns `null` where nothing would change
 */
export function annotationStep(
  state: EditorState,
  wanted: Partial<AnnotationSet>,
  userEvent: string,
): Transaction | null {
  const effects = becomeAnnotations(state, wanted);
  if (effects.length === 0) return null;
  return state.update({
    effects,
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of(userEvent)],
  });
}
