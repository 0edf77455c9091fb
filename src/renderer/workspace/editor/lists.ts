import { indentLess, indentMore } from '@codemirror/commands';
import { type ChangeSpec, EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state';
import { isInCode } from './code-lines.ts';

const item = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)/;

/** A line as a list sees it: how far it is indented, and the column of its text where it is an item. */
interface ListLine {
  readonly indent: number;
  readonly content: number;
  /** `null` for a bullet. */
  readonly number: number | null;
}

function listLine(text: string): ListLine | null {
  const [all, indent, mark] = item.exec(text) ?? [];
  if (all === undefined || indent === undefined || mark === undefined) return null;
  const number = Number.parseInt(mark, 10);
  return { indent: indent.length, content: all.length, number: Number.isNaN(number) ? null : number };
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** The item in front of a line that the line's own could hang under: the nearest at its level or below it. */
function itemAbove(state: EditorState, line: Line, fits: (above: ListLine) => boolean): ListLine | null {
  for (let number = line.number - 1; number >= 1; number--) {
    const { text } = state.doc.line(number);
    const found = listLine(text);
    if (found !== null && fits(found)) return found;
    if (found === null && text.trim() !== '' && indentOf(text) === 0) return null;
  }
  return null;
}

/** The lines of an item: its own, and all that hang under it. */
function itemLines(state: EditorState, first: Line, indent: number): readonly Line[] {
  const lines = [first];
  for (let number = first.number + 1; number <= state.doc.lines; number++) {
    const line = state.doc.line(number);
    if (line.text.trim() === '' || indentOf(line.text) <= indent) break;
    lines.push(line);
  }
  return lines;
}

/** Moves the list items that are selected one level in, below the item in front, or one level out. */
function shiftItems(state: EditorState, inwards: boolean): readonly ChangeSpec[] | null {
  const changes: ChangeSpec[] = [];
  let done = 0;
  let isList = false;
  for (const range of state.selection.ranges) {
    const last = state.doc.lineAt(range.to).number;
    for (let number = state.doc.lineAt(range.from).number; number <= last; number++) {
      const line = state.doc.line(number);
      const own = listLine(line.text);
      if (own === null) continue;
      isList = true;
      if (number <= done) continue;
      const above = itemAbove(state, line, (other) =>
        inwards ? other.indent <= own.indent : other.indent < own.indent,
      );
      const target = inwards
        ? above === null || above.indent < own.indent
          ? own.indent
          : above.content
        : (above?.indent ?? 0);
      const lines = itemLines(state, line, own.indent);
      done = lines.at(-1)?.number ?? number;
      if (target === own.indent) continue;
      for (const moved of lines) {
        if (target > own.indent) changes.push({ from: moved.from, insert: ' '.repeat(target - own.indent) });
        else changes.push({ from: moved.from, to: moved.from + Math.min(own.indent - target, indentOf(moved.text)) });
      }
      // Numbers count within their level: the first of a new one is 1, one that goes out follows the one it hung under.
      const before = itemAbove(state, line, (other) => other.indent <= target);
      const follows = before !== null && before.indent === target ? before.number : null;
      if (own.number !== null && (inwards || follows !== null)) {
        const digits = line.from + own.indent;
        const renumbered = String((follows ?? 0) + 1);
        if (renumbered !== String(own.number))
          changes.push({ from: digits, to: digits + String(own.number).length, insert: renumbered });
      }
    }
  }
  return isList ? changes : null;
}

function shift(inwards: boolean): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = shiftItems(state, inwards);
    if (changes !== null) {
      if (changes.length > 0)
        dispatch(
          state.update({ changes, userEvent: inwards ? 'input.indent' : 'delete.dedent', scrollIntoView: true }),
        );
      return true;
    }
    const lines = state.selection.ranges.some(
      (range) => state.doc.lineAt(range.from).number < state.doc.lineAt(range.to).number,
    );
    // In plain words Tab goes on to the next control, as everywhere.
    const line = state.doc.lineAt(state.selection.main.head);
    const indents = lines || /^\s+\S/.test(line.text) || isInCode(state, line.number);
    return indents ? (inwards ? indentMore : indentLess)({ state, dispatch }) : false;
  };
}

/** Tab: the list items one level in. */
export const indentItems = shift(true);

/** Shift+Tab: the list items one level out. */
export const dedentItems = shift(false);

/** Makes the selected lines a task list, or ticks and unticks what is one. */
export const toggleTask: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const changes: ChangeSpec[] = [];
  for (const range of state.selection.ranges) {
    for (let pos = range.from; ;) {
      const line = state.doc.lineAt(pos);
      const [, lead, mark, box] = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?(?:\[([ xX])\]\s)?/.exec(line.text) ?? [];
      const at = line.from + (lead?.length ?? 0) + (mark?.length ?? 0);
      if (box !== undefined) changes.push({ from: at + 1, to: at + 2, insert: box === ' ' ? 'x' : ' ' });
      else if (line.text.trim() !== '') changes.push({ from: at, insert: mark === undefined ? '- [ ] ' : '[ ] ' });
      if (line.to >= range.to) break;
      pos = line.to + 1;
    }
  }
  if (changes.length === 0) return false;
  const set = state.changes(changes);
  const selection = EditorSelection.create(
    state.selection.ranges.map((range) =>
      EditorSelection.range(set.mapPos(range.anchor, 1), set.mapPos(range.head, 1)),
    ),
    state.selection.mainIndex,
  );
  dispatch(state.update({ changes: set, selection, userEvent: 'input.mark', scrollIntoView: true }));
  return true;
};

/**
 * Enter on an empty item at the end of a list: its mark goes, and a blank line stays above the caret. Without it, what is
 * written next would still belong to the last item.
 */
export const endList: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (state.readOnly || ranges.length > 1 || !main.empty || main.head !== line.to) return false;
  if (!/^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s*)?$/.test(line.text) || isInCode(state, line.number)) return false;
  if (line.number === 1 || state.doc.line(line.number - 1).text.trim() === '') return false;
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert: state.toText(state.lineBreak) },
      selection: { anchor: line.from + 1 },
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};
