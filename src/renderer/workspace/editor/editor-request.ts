import { openSearchPanel } from '@codemirror/search';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** What only an editor on the screen can do: take the focus, open find and replace. */
export type EditorRequest = 'focus' | 'find';

/** Asks the source editor for something: done at once where it is on the screen, else as soon as it is. */
export const askEditor = StateEffect.define<EditorRequest | null>();

const pending = StateField.define<EditorRequest | null>({
  create: () => null,
  update: (request, { effects }) =>
    effects.reduce<EditorRequest | null>((value, effect) => (effect.is(askEditor) ? effect.value : value), request),
});

const answer = ViewPlugin.fromClass(
  class {
    constructor(view: EditorView) {
      this.#answer(view);
    }

    update({ view, startState, state }: ViewUpdate): void {
      if (state.field(pending) !== startState.field(pending)) this.#answer(view);
    }

    #answer(view: EditorView): void {
      if (view.state.field(pending) === null) return;
      // A view cannot be changed while it is being changed, nor focused before it is in the page.
      requestAnimationFrame(() => {
        const request = view.state.field(pending);
        if (request === null || !view.dom.isConnected) return;
        view.dispatch({ effects: askEditor.of(null) });
        if (request === 'find') openSearchPanel(view);
        else view.focus();
      });
    }
  },
);

export const editorRequests: Extension = [pending, answer];
