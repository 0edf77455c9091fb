import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap } from '@codemirror/commands';
import { pasteURLAsLink } from '@codemirror/lang-markdown';
import { indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  keymap,
  rectangularSelection,
} from '@codemirror/view';
import { sourceQuotes } from '../../comments/source-quotes.ts';
import { deckCompletion } from './completion/deck-completion.ts';
import { deckHostField } from './deck-host.ts';
import { deckLanguage } from './deck-language.ts';
import { keyBindings } from './editor-key.ts';
import { editorKeys } from './editor-keys.ts';
import { editorRequests } from './editor-request.ts';
import { editorTheme } from './editor-theme.ts';
import { findAndReplace } from './find/find-panel.ts';
import { lineDirection } from './line-direction.ts';
import { hiddenMiddles } from './long-lines.ts';
import { proseBrackets, wrapSelection } from './markup.ts';
import { pictures } from './pictures.ts';
import { richPaste } from './rich-paste.ts';
import { slideFolds } from './slide-folds.ts';
import { slideLines } from './slide-lines.ts';
import { slideOnly } from './slide-only.ts';
import { spellcheck } from './spellcheck.ts';

/** What every editor of a deck's words has: its looks, wrapping, several carets. */
export const writing: Extension = [
  editorTheme,
  drawSelection(),
  dropCursor(),
  // Alt and a click adds a caret, as in other editors; with Shift it draws a rectangle.
  rectangularSelection({ eventFilter: (event) => event.altKey && event.shiftKey && event.button === 0 }),
  EditorView.clickAddsSelectionRange.of((event) => event.altKey && !event.shiftKey),
  EditorState.allowMultipleSelections.of(true),
  EditorView.lineWrapping,
  indentUnit.of('  '),
  // Pasted and dropped text is split at the deck's own line ends alone; any others would end up inside of a line.
  EditorView.clipboardInputFilter.of((text, state) => text.replace(/\r\n?|\n/g, state.lineBreak)),
];

/** Escape lets the next Tab leave the editor, even where it stopped a completion that was about to open. */
const tabOut: Extension = EditorView.domEventObservers({
  keydown: (event, view) => {
    if (event.key === 'Escape' && completionStatus(view.state) !== 'active') view.setTabFocusMode(2000);
  },
});

/** What the source editor adds to the state of a deck. It is harmless where no editor shows that state. */
export function sourceExtensions(): Extension {
  return [
    deckHostField,
    editorRequests,
    writing,
    deckLanguage(),
    spellcheck,
    slideOnly,
    slideFolds,
    hiddenMiddles,
    slideLines,
    lineDirection,
    highlightActiveLine(),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    findAndReplace,
    deckCompletion,
    proseBrackets,
    closeBrackets(),
    wrapSelection,
    pictures,
    richPaste,
    sourceQuotes,
    tabOut,
    pasteURLAsLink,
    EditorView.contentAttributes.of({
      'aria-label': 'Source of the deck',
      'aria-description': 'To leave it by keyboard, press Escape, then Tab.',
      tabindex: '0',
    }),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...keyBindings(editorKeys),
      ...closeBracketsKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}
