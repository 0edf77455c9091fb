import {
  EditorSelection,
  EditorState,
  type Extension,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** A command that puts the selection, or the word at the caret, between marks, and takes them away where they are. */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    dispatch(
      state.update(
        state.changeByRange((range) => toggleRange(state, range, mark)),
        { userEvent: 'input.mark', scrollIntoView: true },
      ),
    );
    return true;
  };
}

function toggleRange(
  state: EditorState,
  range: SelectionRange,
  mark: string,
): ReturnType<Parameters<EditorState['changeByRange']>[0]> {
  const word = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const { from, to } = trimmed(state, word.from, word.to);
  const size = mark.length;
  const text = state.sliceDoc(from, to);
  const [char = ''] = mark;
  // `*` beside a word in `**` is half of another mark.
  const outside =
    state.sliceDoc(from - size, from) === mark &&
    state.sliceDoc(to, to + size) === mark &&
    (size > 1 ||
      state.sliceDoc(from - 2, from) !== char.repeat(2) ||
      state.sliceDoc(from - 3, from) === char.repeat(3));
  if (outside) {
    return {
      changes: [
        { from: from - size, to: from },
        { from: to, to: to + size },
      ],
      range: EditorSelection.range(range.anchor - size, range.head - size),
    };
  }
  if (text.length > 2 * size && text.startsWith(mark) && text.endsWith(mark)) {
    return {
      changes: [
        { from, to: from + size },
        { from: to - size, to },
      ],
      range: EditorSelection.range(from, to - 2 * size),
    };
  }
  const shift = (offset: number) => (offset < from ? offset : Math.min(offset, to) + size);
  return {
    changes: [
      { from, insert: mark },
      { from: to, insert: mark },
    ],
    range: range.empty ? EditorSelection.cursor(shift(range.head)) : EditorSelection.range(from + size, to + size),
  };
}

/** Without the blanks at its ends: a mark beside a blank marks nothing. */
function trimmed(state: EditorState, from: number, to: number): { readonly from: number; readonly to: number } {
  const text = state.sliceDoc(from, to);
  const start = from + (text.length - text.trimStart().length);
  return text.trim() === '' ? { from, to } : { from: start, to: start + text.trim().length };
}

/** Makes the selection a link, and puts the caret where its address goes; an address becomes the link's target. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const spec = state.changeByRange((range) => {
    const word = range.empty ? (state.wordAt(range.head) ?? range) : range;
    const text = state.sliceDoc(word.from, word.to);
    const isAddress = /^(?:https?:\/\/|mailto:|#)\S+$/.test(text);
    const insert = isAddress ? `[](${text})` : `[${text}]()`;
    const caret = isAddress || text === '' ? word.from + 1 : word.from + insert.length - 1;
    return { changes: { from: word.from, to: word.to, insert }, range: EditorSelection.cursor(caret) };
  });
  dispatch(state.update(spec, { userEvent: 'input.mark', scrollIntoView: true }));
  return true;
};

/** Signs that go around a selection when they are typed over it, instead of taking its place. */
const wrapping: ReadonlySet<string> = new Set(['*', '_', '`', '~', '$']);

/** Typing `*`, `_`, a backtick and the like over a selection puts it between them. */
export const wrapSelection: Extension = EditorView.inputHandler.of((view, _from, _to, text) => {
  if (!wrapping.has(text) || view.state.readOnly || view.state.selection.ranges.some((range) => range.empty))
    return false;
  const spec = view.state.changeByRange((range) => ({
    changes: [
      { from: range.from, insert: text },
      { from: range.to, insert: text },
    ],
    range: EditorSelection.range(range.anchor + 1, range.head + 1),
  }));
  view.dispatch(view.state.update(spec, { userEvent: 'input.type', scrollIntoView: true }));
  return true;
});

/** Brackets and double quotes close by themselves; apostrophes, and what stands in prose as often alone, do not. */
export const proseBrackets: Extension = EditorState.languageData.of(() => [
  { closeBrackets: { brackets: ['(', '[', '"'], before: ')]}:;>,.!?|' } },
]);
