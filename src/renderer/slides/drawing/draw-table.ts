import type { DrawnCell, DrawnParagraph, DrawnRow, TablePart } from '../../../core/export/drawn-deck.ts';
import { visibleColour } from './colours.ts';
import { drawLines } from './draw-lines.ts';
import { markerOf } from './draw-markers.ts';
import type { RunSource } from './draw-runs.ts';
import { type FramePlace, pixels } from './frame-place.ts';

/** A table as it is laid out: its grid, its words, its lines. `null` for one without cells. */
export function drawTable(table: HTMLTableElement, place: FramePlace, source: RunSource): TablePart | null {
  const rows = [...table.rows].filter((row) => row.cells.length > 0 && row.getClientRects().length > 0);
  const grid = gridOf(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const [first] = rows;
  if (width === 0 || first === undefined) return null;
  const header = [...first.cells].map((cell) => cell.textContent.trim()).filter((text) => text !== '');
  const whole = place.onSlide(table.getBoundingClientRect());
  const top = place.onSlide(first.getBoundingClientRect()).y;
  return {
    kind: 'table',
    box: { ...whole, y: top, height: whole.y + whole.height - top },
    columns: columnWidths(grid, width, whole.width),
    rows: rows.map((row, at): DrawnRow => {
      const cells = Array.from({ length: width }, (_, column): DrawnCell => {
        const cell = grid[at]?.[column];
        if (cell === undefined) return emptyCell;
        return cell === null ? null : drawCell(cell, table, place, source);
      });
      return { height: row.getBoundingClientRect().height, cells };
    }),
    hasHeader: table.tHead !== null || [...first.cells].every((cell) => cell.tagName === 'TH'),
    hasRowHeaders: rows.slice(1).some((row) => row.cells[0]?.tagName === 'TH'),
    label: table.caption?.textContent.trim() ?? header.join(', '),
  };
}

/** Which cell begins at each place; `null` where one reaches into it. */
function gridOf(rows: readonly HTMLTableRowElement[]): (HTMLTableCellElement | null)[][] {
  const grid: (HTMLTableCellElement | null)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column] !== undefined) column++;
      const height = Math.min(cell.rowSpan, rows.length - at);
      for (let down = 0; down < height; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          const line = grid[at + down];
          if (line !== undefined) line[column + across] = down === 0 && across === 0 ? cell : null;
        }
      }
      column += cell.colSpan;
    }
  }
  return grid;
}

function columnWidths(
  grid: readonly (readonly (HTMLTableCellElement | null)[])[],
  count: number,
  whole: number,
): readonly number[] {
  const widths = Array.from({ length: count }, (_, column) => {
    const single = grid.map((row) => row[column]).find((cell) => cell?.colSpan === 1);
    return single?.getBoundingClientRect().width ?? 0;
  });
  const missing = widths.filter((width) => width === 0).length;
  const left = Math.max(0, whole - widths.reduce((sum, width) => sum + width, 0));
  return widths.map((width) => (width === 0 ? left / missing : width));
}

function drawCell(
  cell: HTMLTableCellElement,
  table: HTMLTableElement,
  place: FramePlace,
  source: RunSource,
): DrawnCell {
  const style = getComputedStyle(cell);
  const [row, section] = [cell.parentElement, cell.parentElement?.parentElement];
  const fill = [cell, row, section, table]
    .map((element) => (element instanceof Element ? visibleColour(getComputedStyle(element).backgroundColor) : null))
    .find((colour) => colour !== null);
  const width = style.borderBottomStyle === 'none' ? 0 : pixels(style.borderBottomWidth);
  const colour = visibleColour(style.borderBottomColor);
  return {
    paragraphs: cellParagraphs(cell, place, source),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    inset: [
      pixels(style.paddingTop),
      pixels(style.paddingRight),
      pixels(style.paddingBottom),
      pixels(style.paddingLeft),
    ],
    anchor: style.verticalAlign === 'bottom' ? 'bottom' : style.verticalAlign === 'middle' ? 'middle' : 'top',
    fill: fill ?? null,
    rule: width > 0 && colour !== null ? { width, colour } : null,
  };
}

/** The blocks in a cell, one paragraph each; lists keep their markers. */
function cellParagraphs(cell: Element, place: FramePlace, source: RunSource): readonly DrawnParagraph[] {
  const paragraphs: DrawnParagraph[] = [];
  const walk = (element: Element): void => {
    let line: Node[] = [];
    const endLine = (): void => {
      const drawn = drawLines(line, element, place, source);
      line = [];
      if (drawn === null) return;
      const item = element.closest('li');
      const marker = item === null ? null : markerOf(item);
      const step = pixels(getComputedStyle(element).fontSize) * 1.15;
      const indent = marker === null ? 0 : step;
      paragraphs.push({ ...drawn.paragraph, marker, indent, hang: indent, before: 0 });
    };
    for (const child of element.childNodes) {
      const isBlock =
        child instanceof Element && /^(?:block|list-item|flex|grid|table)/.test(getComputedStyle(child).display);
      if (isBlock) {
        endLine();
        walk(child);
      } else if (!(child instanceof Comment)) line.push(child);
    }
    endLine();
  };
  walk(cell);
  return paragraphs;
}

const emptyCell: DrawnCell = {
  paragraphs: [],
  columns: 1,
  rows: 1,
  inset: [0, 0, 0, 0],
  anchor: 'top',
  fill: null,
  rule: null,
};
