import { Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Range } from '../../../core/deck/slide.ts';
import type { DeckSession } from '../deck-session.ts';

/** Selects a part of the source and puts the focus there, once the source is in view. */
export function showInSource(session: DeckSession, { from, to }: Range): void {
  session.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
    annotations: Transaction.addToHistory.of(false),
  });
  // The source may be drawn only now; and the click or the key that asked for it must have let go of the focus.
  requestAnimationFrame(() => {
    const source = document.querySelector<HTMLElement>('.ui-source .cm-editor');
    const view = source === null ? null : EditorView.findFromDOM(source);
    view?.focus();
    view?.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  });
}
