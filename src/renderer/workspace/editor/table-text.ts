import type { Text } from '@codemirror/state';
import { displayWidth } from './display-width.ts';

export type Alignment = 'left' | 'right' | 'centre' | 'none';

/** A Markdown table as it stands in a text. The row that says the alignment is not among the rows. */
export interface TableText {
  /** The document's lines, from 1: the head row is the first. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly indent: string;
  readonly alignments: readonly Alignment[];
  /** The cells of the head and of each row, trimmed. */
  readonly rows: readonly (readonly string[])[];
}

const delimiter = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** Longer tables are left as they are: laying one out again would be felt. */
const rowLimit = 2000;

/** A row's cells. A pipe behind a backslash is a character of its cell. */
export function splitRow(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '');
  const cells: string[] = [];
  let from = 0;
  for (let i = 0; i <= inner.length; i++) {
    if (inner[i] === '\\') i++;
    else if (i === inner.length || inner[i] === '|') {
      cells.push(inner.slice(from, i).trim());
      from = i + 1;
    }
  }
  // The pipe at a row's end opens no cell.
  if (cells.length > 1 && cells.at(-1) === '' && inner.trimEnd().endsWith('|')) cells.pop();
  return cells;
}

function isRow(text: string): boolean {
  return text.length < 20_000 && text.includes('|') && !/^ {4}|^\t/.test(text);
}

function alignment(cell: string): Alignment {
  const [left, right] = [cell.startsWith(':'), cell.endsWith(':')];
  return left && right ? 'centre' : right ? 'right' : left ? 'left' : 'none';
}

/** The table that a line belongs to, or `null`. */
export function tableAt(doc: Text, lineNumber: number): TableText | null {
  if (!isRow(doc.line(lineNumber).text)) return null;
  let first = lineNumber;
  while (first > 1 && lineNumber - first < rowLimit && isRow(doc.line(first - 1).text)) first--;
  // What stands over the table without a blank line between is no part of it.
  while (
    first < lineNumber + 1 &&
    !(first < doc.lines && delimiter.test(doc.line(first + 1).text) && doc.line(first + 1).text.includes('-'))
  )
    first++;
  if (first > lineNumber) return null;
  let last = first + 1;
  while (last < doc.lines && last - first < rowLimit && isRow(doc.line(last + 1).text)) last++;
  if (last < lineNumber) return null;
  const head = doc.line(first).text;
  const alignments = splitRow(doc.line(first + 1).text).map(alignment);
  if (splitRow(head).length !== alignments.length) return null;
  const rows = [splitRow(head)];
  for (let number = first + 2; number <= last; number++) rows.push(splitRow(doc.line(number).text));
  return { firstLine: first, lastLine: last, indent: /^ */.exec(head)?.[0] ?? '', alignments, rows };
}

/** Where a cell's text stands in the lines of a table that has been laid out. */
export interface CellPlace {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface LaidTable {
  /** The table's lines, the one with the alignment among them. */
  readonly lines: readonly string[];
  /** Where the text of a cell stands: its row (0 is the head) and column. */
  readonly place: (row: number, column: number) => CellPlace;
}

/** Lays a table out so that its columns are as wide as their widest cell. Rows that are short are filled up. */
export function layOut({ rows, alignments, indent }: Pick<TableText, 'rows' | 'alignments' | 'indent'>): LaidTable {
  const columns = alignments.map((_, column) => column);
  const widths = columns.map((column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? ''))));
  const places: CellPlace[][] = [];
  const row = (cells: readonly string[], line: number): string => {
    let text = `${indent}|`;
    const own: CellPlace[] = [];
    // Cells beyond the last column are shown by nobody, and kept.
    for (let column = 0; column < Math.max(columns.length, cells.length); column++) {
      const cell = cells[column] ?? '';
      const room = Math.max(0, (widths[column] ?? 0) - displayWidth(cell));
      const align = alignments[column] ?? 'none';
      const before = align === 'right' ? room : align === 'centre' ? Math.floor(room / 2) : 0;
      text += ` ${' '.repeat(before)}`;
      own.push({ line, from: text.length, to: text.length + cell.length });
      text += `${cell}${' '.repeat(room - before)} |`;
    }
    places.push(own);
    return text;
  };
  const [head = [], ...body] = rows;
  const lines = [row(head, 0), rule(widths, alignments, indent), ...body.map((cells, i) => row(cells, i + 2))];
  return { lines, place: (at, column) => places[at]?.[column] ?? { line: 0, from: 0, to: 0 } };
}

function rule(widths: readonly number[], alignments: readonly Alignment[], indent: string): string {
  const cells = widths.map((width, column) => {
    const align = alignments[column] ?? 'none';
    const [left, right] = [
      align === 'left' || align === 'centre' ? ':' : '',
      align === 'right' || align === 'centre' ? ':' : '',
    ];
    return left + '-'.repeat(width - left.length - right.length) + right;
  });
  return `${indent}| ${cells.join(' | ')} |`;
}
