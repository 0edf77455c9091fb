import { Compartment, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const checked = new Compartment();

function attribute(on: boolean): Extension {
  return EditorView.contentAttributes.of({ spellcheck: String(on), autocorrect: 'off' });
}

/** Spelling is checked by the browser, unless the user does not want it. */
export const spellcheck: Extension = checked.of(attribute(true));

/** Turns the checking of spelling on or off; `null` where it is so already. */
export function setSpellcheck(state: EditorState, on: boolean): TransactionSpec | null {
  const wanted = String(on);
  const now = state
    .facet(EditorView.contentAttributes)
    .some((attributes) => typeof attributes === 'object' && attributes['spellcheck'] === wanted);
  return now ? null : { effects: checked.reconfigure(attribute(on)) };
}
