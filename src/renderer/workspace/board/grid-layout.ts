import type { SlideItem } from '../slide-items.ts';
import {
  type ArrowKey,
  type Band,
  bandAt,
  type BoardLayout,
  type Box,
  type Drop,
  type SlideGroup,
} from './board-layout.ts';

const padding = 28;
/** Between columns, at least and at most: what room is left in a row is shared out among them. */
const leastGap = 20;
const mostGap = 48;
const gapY = 14;
const headingHeight = 34;
const sectionGap = 26;
const lineWidth = 3;

/** Height of the title and number under a picture. */
export const captionHeight = 26;

/** One column of the grid: a slide, or a stack of them. */
interface Column extends Band {
  readonly left: number;
  /** Its place in its band, from 0. */
  readonly at: number;
  /** Number of its band. */
  readonly band: number;
}

interface GridOptions {
  /** Of the board, in CSS pixels. */
  readonly width: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
}

/** Every stack a column; columns flow from left to right and wrap; each section begins a new row under its heading. */
export function gridLayout(groups: readonly SlideGroup[], options: GridOptions): BoardLayout {
  const { width, pictureWidth, pictureHeight } = options;
  const cell = pictureHeight + captionHeight;
  const room = width - 2 * padding;
  const perBand = Math.max(1, Math.floor((room + leastGap) / (pictureWidth + leastGap)));
  const shared = Math.floor((room - perBand * pictureWidth) / Math.max(1, perBand - 1));
  const gapX = Math.max(leastGap, Math.min(mostGap, shared));
  const items = groups.flatMap((group) => group.items);
  const boxes: Box[] = [];
  const columns: Column[] = [];
  const bands: Band[] = [];
  /** For each band its columns; for each slide its column. */
  const inBand: Column[][] = [];
  const columnOf: Column[] = [];
  const headings: BoardLayout['headings'][number][] = [];
  let y = padding - 10;
  let strip = 0;

  for (const group of groups) {
    headings.push({ group, left: padding, top: y, width: room, height: headingHeight });
    y += headingHeight;
    const stacks = stacksOf(group.items);
    for (let first = 0; first < stacks.length; first += perBand) {
      const row = stacks.slice(first, first + perBand);
      const tallest = Math.max(...row.map((stack) => stack.length));
      const from = boxes.length;
      const placed = row.map((stack, at): Column => {
        const left = padding + at * (pictureWidth + gapX);
        const start = boxes.length;
        for (const i of stack.keys())
          boxes.push({ left, top: y + i * (cell + gapY), width: pictureWidth, height: cell });
        const bottom = y + stack.length * (cell + gapY) - gapY;
        const column = { left, top: y, bottom, from: start, to: boxes.length, at, band: bands.length };
        for (let i = start; i < boxes.length; i++) columnOf.push(column);
        return column;
      });
      columns.push(...placed);
      inBand.push(placed);
      y += tallest * (cell + gapY);
      bands.push({ top: strip, bottom: y, from, to: boxes.length });
      strip = y;
    }
    y += sectionGap - gapY;
  }

  const columnAt = (x: number, row: readonly Column[]): Column | undefined => {
    const slot = Math.floor((x - padding + gapX / 2) / (pictureWidth + gapX));
    return row[Math.max(0, Math.min(row.length - 1, slot))];
  };
  const inColumn = (column: Column | undefined, offset: number): number | undefined =>
    column === undefined ? undefined : Math.max(column.from, Math.min(column.to - 1, column.from + offset));
  const rowOf = (band: Band | undefined): readonly Column[] => inBand[columnOf[band?.from ?? -1]?.band ?? -1] ?? [];

  return {
    height: y + padding,
    boxes,
    pictureWidth: () => pictureWidth,
    headings,
    bands,
    dropAt(x, at): Drop | null {
      const row = rowOf(bandAt(bands, at));
      const column = columnAt(x, row);
      if (column === undefined) return null;
      const across = (x - column.left) / pictureWidth;
      if (across < 0.25 || across > 0.75) {
        const side = across < 0.5 ? 'before' : 'after';
        const left =
          (side === 'before' ? column.left - gapX / 2 : column.left + pictureWidth + gapX / 2) - lineWidth / 2;
        const line = { left, top: column.top, width: lineWidth, height: column.bottom - column.top };
        return { target: items[column.from]?.id ?? '', side, as: 'column', line };
      }
      const offset = Math.floor((at - column.top + gapY / 2) / (cell + gapY));
      const place = inColumn(column, offset) ?? column.from;
      const box = boxes[place] ?? column;
      const side = at < box.top + cell / 2 ? 'before' : 'after';
      const top = (side === 'before' ? box.top - gapY / 2 : box.top + cell + gapY / 2) - lineWidth / 2;
      const line = { left: column.left, top, width: pictureWidth, height: lineWidth };
      return { target: items[place]?.id ?? '', side, as: 'stack', line };
    },
    neighbour(at, key: ArrowKey): number {
      const column = columnOf[at];
      if (column === undefined) return at;
      const offset = at - column.from;
      if (key === 'ArrowLeft' || key === 'ArrowRight') {
        const beside = columns[columns.indexOf(column) + (key === 'ArrowLeft' ? -1 : 1)];
        return inColumn(beside, offset) ?? at;
      }
      if (key === 'ArrowUp') {
        if (offset > 0) return at - 1;
        const above = inBand[column.band - 1];
        const over = above?.[Math.min(column.at, above.length - 1)];
        return over === undefined ? at : over.to - 1;
      }
      if (at + 1 < column.to) return at + 1;
      const below = inBand[column.band + 1];
      return below?.[Math.min(column.at, below.length - 1)]?.from ?? at;
    },
    fromHere(at, distance): number {
      const box = boxes[at];
      if (box === undefined) return at;
      const middle = box.top + box.height / 2 + distance;
      const row = rowOf(bandAt(bands, middle));
      const column = row[Math.min(columnOf[at]?.at ?? 0, row.length - 1)];
      return column === undefined ? at : (inColumn(column, Math.floor((middle - column.top) / (cell + gapY))) ?? at);
    },
  };
}

/** Slides below each other, as they are shown: a stack whose first slide is filtered out is still one. */
function stacksOf(items: readonly SlideItem[]): readonly (readonly SlideItem[])[] {
  const stacks: SlideItem[][] = [];
  for (const item of items) {
    const stack = stacks.at(-1);
    if (stack?.[0]?.column === item.column) stack.push(item);
    else stacks.push([item]);
  }
  return stacks;
}
