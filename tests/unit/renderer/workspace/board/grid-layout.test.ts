import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { type SlideGroup, slidesBetween } from '../../../../../src/renderer/workspace/board/board-layout.ts';
import { captionHeight, gridLayout } from '../../../../../src/renderer/workspace/board/grid-layout.ts';
import { listLayout } from '../../../../../src/renderer/workspace/board/list-layout.ts';
import { scaledLayout } from '../../../../../src/renderer/workspace/board/scaled-layout.ts';
import { itemsOf } from '../../../../../src/renderer/workspace/slide-items.ts';

/** Sections of columns, each of so many slides below each other. */
function groupsOf(...sections: readonly (readonly number[])[]): readonly SlideGroup[] {
  const stacks = sections.flat();
  const text = stacks.map((size) => Array.from({ length: size }, () => 'x').join('\n\n--\n\n')).join('\n\n---\n\n');
  const items = itemsOf()(slideIndex(createDeck(text)));
  let at = 0;
  return sections.map((columns, i) => {
    const count = columns.reduce((sum, size) => sum + size, 0);
    at += count;
    const section = { id: `h${i}`, title: `H${i}`, slides: count, seconds: null };
    return { section, items: items.slice(at - count, at) };
  });
}

const options = { width: 56 + 3 * 100 + 2 * 20, pictureWidth: 100, pictureHeight: 60 };
const cell = 60 + captionHeight;

describe('the grid', () => {
  // Row by row: 1 | 2, 2.1, 2.2 | 3; then 4; then under its own heading 5.
  const groups = groupsOf([1, 3, 1, 1], [1]);
  const items = groups.flatMap((group) => group.items);
  const grid = gridLayout(groups, options);
  const labelAt = (place: number) => items[place]?.label;
  const go = (from: string, key: Parameters<typeof grid.neighbour>[1]) =>
    labelAt(
      grid.neighbour(
        items.findIndex(({ label }) => label === from),
        key,
      ),
    );

  test('puts stacks below each other, columns beside each other, and wraps', () => {
    const [first, second, below] = grid.boxes;
    expect(second).toEqual({ left: 28 + 120, top: first?.top, width: 100, height: cell });
    expect(below?.left).toBe(second?.left);
    expect(below?.top).toBeGreaterThan((second?.top ?? 0) + cell);
    expect(grid.boxes[5]?.left).toBe(28);
    expect(grid.boxes[5]?.top).toBeGreaterThan((grid.boxes[3]?.top ?? 0) + cell);
    expect(grid.headings.map(({ group }) => group.section.title)).toEqual(['H0', 'H1']);
  });

  test('arrows go through columns and stacks', () => {
    expect(go('1', 'ArrowRight')).toBe('2');
    expect(go('2.2', 'ArrowRight')).toBe('3');
    expect(go('2', 'ArrowDown')).toBe('2.1');
    expect(go('2.2', 'ArrowDown')).toBe('4');
    expect(go('4', 'ArrowUp')).toBe('1');
    expect(go('4', 'ArrowDown')).toBe('5');
    expect(go('1', 'ArrowLeft')).toBe('1');
    expect(go('5', 'ArrowDown')).toBe('5');
    expect(go('3', 'ArrowUp')).toBe('3');
  });

  test('a drop near a side goes beside the column, one in the middle into the stack', () => {
    const [first, second] = grid.boxes;
    if (first === undefined || second === undefined) throw new Error('No boxes');
    const at = (x: number, y: number) => {
      const drop = grid.dropAt(x, y);
      return drop === null ? null : `${items.find(({ id }) => id === drop.target)?.label} ${drop.side} ${drop.as}`;
    };
    expect(at(second.left + 5, second.top + 10)).toBe('2 before column');
    expect(at(second.left - 8, second.top + 10)).toBe('2 before column');
    expect(at(second.left + 95, second.top + cell * 2)).toBe('2 after column');
    expect(at(second.left + 50, second.top + 10)).toBe('2 before stack');
    expect(at(second.left + 50, second.top + cell + 14 + 70)).toBe('2.1 after stack');
    expect(at(first.left + 50, first.top + cell * 2)).toBe('1 after stack');
    expect(at(-100, -100)).toBe('1 before column');
    expect(at(5000, 5000)).toBe('5 after column');
    expect(grid.dropAt(second.left + 5, second.top)?.line.height).toBe(3 * cell + 2 * 14);
  });

  test('pages go by distance', () => {
    expect(labelAt(grid.fromHere(0, 10_000))).toBe('5');
    expect(labelAt(grid.fromHere(6, -10_000))).toBe('1');
    expect(labelAt(grid.fromHere(1, cell + 14))).toBe('2.1');
  });

  test('of nothing has no place', () => {
    const empty = gridLayout([], options);
    expect(empty.dropAt(0, 0)).toBeNull();
    expect(slidesBetween(empty, 0, 1000)).toEqual([]);
  });
});

describe('the list', () => {
  const groups = groupsOf([1, 2, 1]);
  const items = groups.flatMap((group) => group.items);
  const list = listLayout(groups, { width: 214, pictureWidth: 160, pictureHeight: 90 });
  const at = (x: number, y: number) => {
    const drop = list.dropAt(x, y);
    return drop === null ? null : `${items.find(({ id }) => id === drop.target)?.label} ${drop.side} ${drop.as}`;
  };

  test('a drop inside a stack joins it, one behind it does so on the right', () => {
    expect(at(50, 12)).toBe('1 before column');
    expect(at(50, 90)).toBe('1 after column');
    expect(at(180, 90)).toBe('1 after stack');
    expect(at(50, 190)).toBe('2 after stack');
    expect(at(50, 300)).toBe('2.1 after column');
    expect(at(180, 300)).toBe('2.1 after stack');
    expect(list.dropAt(180, 300)?.line.left).toBeGreaterThan(list.dropAt(50, 300)?.line.left ?? 0);
  });

  test('has headings only where there is more than one section', () => {
    expect(list.headings).toEqual([]);
    expect(listLayout(groupsOf([1], [1]), { width: 214, pictureWidth: 160, pictureHeight: 90 }).headings).toHaveLength(
      2,
    );
  });
});

test('what is drawn is what stands between two heights, in every layout', () => {
  const decks = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      decks,
      fc.integer({ min: 100, max: 900 }),
      fc.nat(3000),
      fc.nat(900),
      (sections, width, top, height) => {
        const groups = groupsOf(...sections);
        for (const layout of [gridLayout(groups, { ...options, width }), listLayout(groups, { ...options, width })]) {
          const there = layout.boxes.flatMap((box, i) =>
            box.top < top + height && box.top + box.height > top ? [i] : [],
          );
          expect(slidesBetween(layout, top, top + height)).toEqual(there);
          expect(Math.max(...layout.boxes.map((box) => box.top + box.height))).toBeLessThanOrEqual(layout.height);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('twice as large, everything stands twice as far, and answers to points twice as far', () => {
  const groups = groupsOf([1, 3, 1, 1], [1]);
  for (const layout of [gridLayout(groups, options), listLayout(groups, options)]) {
    const large = scaledLayout(layout, 2);
    expect(large.height).toBe(2 * layout.height);
    for (const [i, { left, top, width, height }] of layout.boxes.entries())
      expect(large.boxes[i]).toEqual({ left: 2 * left, top: 2 * top, width: 2 * width, height: 2 * height });
    for (let x = 0; x < options.width; x += 15)
      for (let y = 0; y < layout.height; y += 15) {
        const drop = layout.dropAt(x, y);
        const far = large.dropAt(2 * x, 2 * y);
        expect({ ...far, line: null }).toEqual({ ...drop, line: null });
        expect(far?.line.left).toBe(2 * (drop?.line.left ?? Number.NaN));
        expect(far?.line.top).toBe(2 * (drop?.line.top ?? Number.NaN));
      }
    expect(slidesBetween(large, 100, 300)).toEqual(slidesBetween(layout, 50, 150));
    for (let i = 0; i < layout.boxes.length; i++) expect(large.fromHere(i, 300)).toBe(layout.fromHere(i, 150));
  }
});
