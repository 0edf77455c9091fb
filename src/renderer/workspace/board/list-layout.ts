import {
  type ArrowKey,
  type Band,
  bandAt,
  type BoardLayout,
  type Box,
  type Drop,
  type SlideGroup,
} from './board-layout.ts';

const padding = 10;
const gap = 10;
const headingHeight = 26;
const lineWidth = 2;
/** How far slides below another are indented. */
const indent = 14;
/** Width of the number beside a picture, with its gap. */
const numberWidth = 26;
/** Where across the list a drop behind a stack begins to join it. */
const joins = 0.62;

interface ListOptions {
  /** Of the board, in CSS pixels. */
  readonly width: number;
  /** Of a picture that is not indented. */
  readonly pictureWidth: number;
  readonly pictureHeight: number;
}

/** All slides below each other, those below another indented, with headings where the deck has more than one section. */
export function listLayout(groups: readonly SlideGroup[], options: ListOptions): BoardLayout {
  const { width, pictureWidth, pictureHeight } = options;
  const items = groups.flatMap((group) => group.items);
  const boxes: Box[] = [];
  const bands: Band[] = [];
  const headings: BoardLayout['headings'][number][] = [];
  let y = padding;
  let strip = 0;
  for (const group of groups) {
    if (groups.length > 1) {
      headings.push({ group, left: padding, top: y, width: width - 2 * padding, height: headingHeight });
      y += headingHeight;
    }
    for (const _ of group.items) {
      boxes.push({ left: padding, top: y, width: width - 2 * padding, height: pictureHeight });
      y += pictureHeight + gap;
      bands.push({ top: strip, bottom: y, from: boxes.length - 1, to: boxes.length });
      strip = y;
    }
  }
  const clamp = (at: number) => Math.max(0, Math.min(items.length - 1, at));

  return {
    height: y - gap + padding,
    boxes,
    pictureWidth: ({ depth }) => pictureWidth - depth * indent,
    headings,
    bands,
    dropAt(x, at): Drop | null {
      const place = bandAt(bands, at)?.from;
      const box = boxes[place ?? -1];
      if (place === undefined || box === undefined) return null;
      const after = at > box.top + box.height / 2;
      const [above, below] = [items[after ? place : place - 1], items[after ? place + 1 : place]];
      const within = above !== undefined && below !== undefined && above.column === below.column;
      const stack = above !== undefined && (within || x > width * joins);
      const left = padding + numberWidth + (stack ? indent : 0);
      const top = (after ? box.top + box.height + gap / 2 : box.top - gap / 2) - lineWidth / 2;
      const line = { left, top, width: width - left - padding, height: lineWidth };
      if (above === undefined) return { target: below?.id ?? '', side: 'before', as: 'column', line };
      return { target: above.id, side: 'after', as: stack ? 'stack' : 'column', line };
    },
    neighbour: (at, key: ArrowKey) => clamp(at + (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0)),
    fromHere: (at, distance) => clamp(at + Math.round(distance / (pictureHeight + gap))),
  };
}
