import { startCompletion } from '@codemirror/autocomplete';
import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  copyLineUp,
  deleteLine,
  moveLineDown,
  moveLineUp,
} from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import {
  findNext,
  findPrevious,
  openSearchPanel,
  selectNextOccurrence,
  selectSelectionMatches,
} from '@codemirror/search';
import type { EditorKey } from './editor-key.ts';
import { dedentItems, endList, indentItems, toggleTask } from './lists.ts';
import { insertLink, toggleMark } from './markup.ts';
import { newSlideBelow, newSlideHere } from './slide-breaks.ts';
import { foldSlide, unfoldSlide } from './slide-folds.ts';
import { cellBelow, nextCell, previousCell } from './tables.ts';

/**
 * The source editor's keys, for the editor and for the list under `?`. Where several share a key, the first that applies
 * where the caret is takes it.
 */
export const editorKeys: readonly EditorKey[] = [
  { label: 'New slide from here', keys: ['Mod+Enter'], run: newSlideHere },
  { label: 'New slide from here, below in the stack', keys: ['Mod+Shift+Enter'], run: newSlideBelow },
  { label: 'Bold', keys: ['Mod+B'], run: toggleMark('**') },
  { label: 'Italic', keys: ['Mod+I'], run: toggleMark('*') },
  { label: 'Struck through', keys: ['Mod+Shift+X'], run: toggleMark('~~') },
  { label: 'Code', keys: ['Mod+`'], run: toggleMark('`') },
  { label: 'Link', keys: ['Mod+Shift+K'], run: insertLink },
  { label: 'Task; tick it, untick it', keys: ['Mod+.'], run: toggleTask },
  { label: 'Complete what is being written', keys: ['Ctrl+Space'], run: startCompletion },
  { label: 'Find and replace', keys: ['Mod+F'], run: openSearchPanel },
  { label: 'Next match', keys: ['F3', 'Mod+G'], run: findNext },
  { label: 'Match before', keys: ['Shift+F3', 'Mod+Shift+G'], run: findPrevious },
  { label: 'Another caret at the next match', keys: ['Mod+D'], run: selectNextOccurrence },
  { label: 'A caret at every match', keys: ['Mod+Shift+L'], run: selectSelectionMatches },
  { label: 'Another caret above', keys: ['Mod+Alt+ArrowUp'], run: addCursorAbove },
  { label: 'Another caret below', keys: ['Mod+Alt+ArrowDown'], run: addCursorBelow },
  { label: 'Fold the slide or the front matter', keys: ['Mod+Shift+['], run: foldSlide },
  { label: 'Unfold it', keys: ['Mod+Shift+]'], run: unfoldSlide },
  { label: 'Move the line up', keys: ['Alt+ArrowUp'], run: moveLineUp },
  { label: 'Move the line down', keys: ['Alt+ArrowDown'], run: moveLineDown },
  { label: 'Copy the line up', keys: ['Alt+Shift+ArrowUp'], run: copyLineUp },
  { label: 'Copy the line down', keys: ['Alt+Shift+ArrowDown'], run: copyLineDown },
  { label: 'Delete the line', keys: ['Mod+Shift+D'], run: deleteLine },
  { label: 'Table: next cell, columns aligned', keys: ['Tab'], run: nextCell },
  { label: 'Table: cell before', keys: ['Shift+Tab'], run: previousCell },
  { label: 'Table: row below, a new one after the last', keys: ['Enter'], run: cellBelow },
  { label: 'List: item one level in', keys: ['Tab'], run: indentItems },
  { label: 'List: item one level out', keys: ['Shift+Tab'], run: dedentItems },
  { label: 'List: end of the list, on an empty item', keys: ['Enter'], run: endList },
  { label: 'List: next item', keys: ['Enter'], run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { label: 'List: take the mark away', keys: ['Backspace'], run: deleteMarkupBackward },
  { label: 'Leave the editor: Escape, then Tab', keys: ['Escape', 'Tab'], run: null },
];
