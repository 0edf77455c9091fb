import {
  type ChangeSpec,
  type EditorState,
  type StateCommand,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { isInCode } from './code-lines.ts';
import { type CellPlace, layOut, splitRow, type TableText, tableAt } from './table-text.ts';

/** A cell by its row, 0 for the head, and its column. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The table that the caret is in, and the caret's cell; `null` where there is none, or more than one caret. */
function caretTable(state: EditorState): { readonly table: TableText; readonly cell: Cell } | null {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (ranges.length > 1 || state.doc.lineAt(main.anchor).number !== line.number) return null;
  if (line.from < slideIndex(state).head.to || isInCode(state, line.number)) return null;
  const table = tableAt(state.doc, line.number);
  if (table === null) return null;
  const offset = line.number - table.firstLine;
  const before = splitRow(`${line.text.slice(0, main.head - line.from)}.`).length - 1;
  const column = Math.min(before, table.alignments.length - 1);
  return { table, cell: { row: offset < 2 ? 0 : offset - 1, column } };
}

/** Lays the table out anew with these rows, and selects what stands in a cell. Lines that stay as they are, are not touched. */
function rewrite(state: EditorState, table: TableText, rows: TableText['rows'], cell: Cell): TransactionSpec {
  const { lines, place } = layOut({ ...table, rows });
  const changes: ChangeSpec[] = [];
  const had = table.lastLine - table.firstLine + 1;
  for (const [i, text] of lines.slice(0, had).entries()) {
    const line = state.doc.line(table.firstLine + i);
    if (line.text !== text) changes.push({ from: line.from, to: line.to, insert: text });
  }
  const end = state.doc.line(table.lastLine).to;
  if (lines.length > had)
    changes.push({
      from: end,
      insert: state.toText(
        lines
          .slice(had)
          .map((text) => state.lineBreak + text)
          .join(''),
      ),
    });
  return {
    changes,
    selection: selectionOf(state, table, lines, place(cell.row, cell.column)),
    scrollIntoView: true,
    annotations: Transaction.userEvent.of('input.table'),
  };
}

function selectionOf(
  state: EditorState,
  table: TableText,
  lines: readonly string[],
  place: CellPlace,
): { anchor: number; head: number } {
  // Every line before it is as it will be, so their lengths add up to where it will stand.
  let from = state.doc.line(table.firstLine).from;
  for (const line of lines.slice(0, place.line)) from += line.length + 1;
  return { anchor: from + place.from, head: from + place.to };
}

/** Goes to the next cell, or the one before; beyond the last one there is a new row. The columns are aligned on the way. */
function step(by: 1 | -1): StateCommand {
  return ({ state, dispatch }) => {
    const found = state.readOnly ? null : caretTable(state);
    if (found === null) return false;
    const { table, cell } = found;
    const columns = table.alignments.length;
    const at = cell.row * columns + cell.column + by;
    const rows = at >= table.rows.length * columns ? [...table.rows, []] : table.rows;
    const next = Math.max(0, at);
    dispatch(state.update(rewrite(state, table, rows, { row: Math.floor(next / columns), column: next % columns })));
    return true;
  };
}

/** Tab in a table. */
export const nextCell = step(1);

/** Shift+Tab in a table. */
export const previousCell = step(-1);

/** Enter in a table: down, with a new row behind the last one; an empty last row is given up, and the table left. */
export const cellBelow: StateCommand = ({ state, dispatch }) => {
  const found = state.readOnly || !state.selection.main.empty ? null : caretTable(state);
  if (found === null) return false;
  const { table, cell } = found;
  const first = state.doc.line(table.firstLine);
  // In front of the table and behind a row, Enter is Enter.
  if (state.selection.main.head === first.from) return false;
  const isLast = cell.row === table.rows.length - 1;
  if (isLast && cell.row > 0 && table.rows[cell.row]?.every((text) => text === '') === true) {
    const line = state.doc.line(table.lastLine);
    dispatch(
      state.update({
        changes: { from: line.from, to: line.to },
        selection: { anchor: line.from },
        scrollIntoView: true,
        userEvent: 'delete.table',
      }),
    );
    return true;
  }
  dispatch(
    state.update(
      rewrite(state, table, isLast ? [...table.rows, []] : table.rows, { row: cell.row + 1, column: cell.column }),
    ),
  );
  return true;
};

/** A Markdown table of these rows, the first one its head. */
export function tableMarkdown(rows: TableText['rows']): readonly string[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return layOut({ rows, indent: '', alignments: Array.from({ length: columns }, () => 'none' as const) }).lines;
}

/** Puts an empty table at the caret, as a block of its own, and selects the head of its first column. */
export function insertTable(state: EditorState): Transaction | null {
  const { head } = state.selection.main;
  if (state.readOnly || head < slideIndex(state).head.to || caretTable(state) !== null) return null;
  const lines = tableMarkdown([
    ['Column 1', 'Column 2', 'Column 3'],
    ['', '', ''],
  ]);
  return insertBlock(state, lines, { from: 2, to: 10 });
}

/** Puts lines at the caret as a block of their own, with blank lines around it. */
export function insertBlock(
  state: EditorState,
  lines: readonly string[],
  select?: { readonly from: number; readonly to: number },
): Transaction {
  const { doc } = state;
  const line = doc.lineAt(state.selection.main.to);
  const at = line.text.trim() === '' ? line.from : line.to;
  const above = line.text.trim() === '' ? (line.number > 1 ? doc.line(line.number - 1).text : '') : line.text;
  const below = line.number < doc.lines ? doc.line(line.number + 1).text : '';
  const gapAbove = above.trim() === '' ? '' : line.text.trim() === '' ? '\n' : '\n\n';
  const gapBelow = below.trim() === '' ? '' : '\n';
  const insert = `${gapAbove}${lines.join('\n')}${gapBelow}`;
  const from = at + gapAbove.length;
  return state.update({
    changes: {
      from: at,
      to: line.text.trim() === '' ? line.to : at,
      insert: state.toText(insert.replaceAll('\n', state.lineBreak)),
    },
    selection:
      select === undefined
        ? { anchor: from + lines.join('\n').length }
        : { anchor: from + select.from, head: from + select.to },
    scrollIntoView: true,
    userEvent: 'input.block',
  });
}
