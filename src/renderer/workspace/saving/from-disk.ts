import { type EditorState, type StateEffect, Text, type TransactionSpec } from '@codemirror/state';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import { addAnnotation, annotations, removeAnnotations } from '../../../core/annotations/annotation-field.ts';
import { loadAnnotations } from '../../../core/annotations/sidecar.ts';
import { textDifference } from './text-difference.ts';

/** The change that makes the open deck say what its file says now; `null` where it does already. */
export function deckFromDisk(state: EditorState, text: string): TransactionSpec | null {
  const lines = text.split(state.lineBreak === '\r\n' ? /\r\n|\n/ : '\n');
  const changes = textDifference(state.doc, Text.of(lines));
  return changes === null ? null : { changes };
}

/**
 * The change that puts the sidecar's annotations, as its text says them now, in place of those of the open deck. What is in
 * both stays untouched. `null` where nothing differs.
 */
export function inkFromDisk(state: EditorState, sidecar: string | null): TransactionSpec | null {
  const wanted = loadAnnotations(sidecar, state).annotations;
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
  return effects.length === 0 ? null : { effects };
}

/** Equal for annotations that say the same; how they were written in a file does not count. */
function identity(annotation: Annotation): string {
  return JSON.stringify({ ...annotation, source: annotation.kind === 'ink' ? undefined : annotation.source });
}
