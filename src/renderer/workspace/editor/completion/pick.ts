import { type Completion, pickedCompletion, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

/** Writes what was picked, puts the caret at an offset, and offers what comes next where there is something. */
export function pick(
  view: EditorView,
  completion: Completion,
  from: number,
  to: number,
  insert: string,
  caret: number,
  goesOn = false,
): void {
  view.dispatch({
    changes: { from, to, insert: view.state.toText(insert.replaceAll('\n', view.state.lineBreak)) },
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: 'input.complete',
    annotations: pickedCompletion.of(completion),
  });
  // Once the editor has shown this change.
  if (goesOn) queueMicrotask(() => startCompletion(view));
}
