import { defaultKeymap, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  keymap,
  rectangularSelection,
} from '@codemirror/view';
import { editorTheme } from './editor-theme.ts';
import { slideLines } from './slide-lines.ts';

/** Markdown as decks are written in it. */
export const deckMarkdown = markdown({ base: markdownLanguage, completeHTMLTags: false });

/** What every editor of a deck's words has: its looks, wrapping, several carets, the browser's spell check. */
export const writing: Extension = [
  editorTheme,
  drawSelection(),
  dropCursor(),
  rectangularSelection(),
  EditorState.allowMultipleSelections.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ spellcheck: 'true', autocorrect: 'off' }),
  indentUnit.of('  '),
  // Pasted and dropped text is split at the deck's own line ends alone; any others would end up inside of a line.
  EditorView.clipboardInputFilter.of((text, state) => text.replace(/\r\n?|\n/g, state.lineBreak)),
];

/** What the source editor adds to the deck's own state. It is harmless where no editor shows that state. */
export const sourceExtensions: Extension = [
  writing,
  yamlFrontmatter({ content: deckMarkdown }),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  slideLines,
  EditorView.contentAttributes.of({ 'aria-label': 'Source of the deck', tabindex: '0' }),
  keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
];
