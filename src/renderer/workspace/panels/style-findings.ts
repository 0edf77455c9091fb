import type { EditorState } from '@codemirror/state';
import type { Finding } from '../../../core/checks/finding.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';

/** What is wrong with a deck's style sheets, put where the front matter names them. */
export function styleFindings(state: EditorState, diagnostics: readonly Diagnostic[]): readonly Finding[] {
  if (diagnostics.length === 0) return [];
  const head = state.doc.sliceString(0, slideIndex(state).head.to);
  const line = /^["']?css["']?[ \t]*:.*$/m.exec(head);
  const from = line?.index ?? 0;
  const to = from + (line?.[0].trimEnd().length ?? 0);
  return diagnostics.map(({ code, severity, message }) => ({ code, severity, message, from, to }));
}
