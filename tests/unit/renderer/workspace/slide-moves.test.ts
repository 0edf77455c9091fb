import { describe, expect, test } from 'vitest';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { itemsOf } from '../../../../src/renderer/workspace/slide-items.ts';
import {
  destinationOf,
  type Direction,
  type DropPlace,
  gridPlace,
  levelDestination,
  placeName,
  stepDestination,
} from '../../../../src/renderer/workspace/slide-moves.ts';

const deck = createDeck('A\n\n---\n\nB\n\n--\n\nC\n\n---\n\nD\n');
const [a = '', b = '', c = '', d = ''] = slideKeys(slideIndex(deck));
const items = itemsOf()(slideIndex(deck));

/** The deck after a move, such as `A B/C D`: a slash goes down in a stack. */
function after(keys: readonly string[], to: Parameters<typeof moveSlides>[2] | null): string {
  if (to === null) return 'no move';
  const state = moveSlides(deck, keys, to)?.state ?? deck;
  const { slides } = slideIndex(state);
  return slides
    .map((slide, i) => `${i === 0 ? '' : slide.break === 'vertical' ? '/' : ' '}${slideBody(state, slide)}`)
    .join('');
}

const view = (shown = items) => ({ all: items, shown, arrangement: 'list' as const });
const drop = (moving: readonly string[], target: string, side: DropPlace['side'], as: DropPlace['as']) =>
  after(moving, destinationOf(items, new Set(moving), { target, side, as }));
const step = (moving: readonly string[], by: -1 | 1, shown = items) =>
  after(moving, stepDestination(view(shown), new Set(moving), by));

describe('a drop', () => {
  test('beside a column is a column, wherever in the stack the line is', () => {
    expect(drop([d], b, 'before', 'column')).toBe('A D B/C');
    expect(drop([d], c, 'before', 'column')).toBe('A D B/C');
    expect(drop([a], b, 'after', 'column')).toBe('B/C A D');
    expect(drop([a], d, 'after', 'column')).toBe('B/C D A');
  });
  test('in a stack joins it: below, between, and as its top', () => {
    expect(drop([d], c, 'after', 'stack')).toBe('A B/C/D');
    expect(drop([d], b, 'after', 'stack')).toBe('A B/D/C');
    expect(drop([d], c, 'before', 'stack')).toBe('A B/D/C');
    expect(drop([d], b, 'before', 'stack')).toBe('A D/B/C');
    expect(drop([d], a, 'before', 'stack')).toBe('D/A B/C');
    expect(drop([b], a, 'after', 'stack')).toBe('A/B C D');
  });
  test('of a stack takes all of it along, and its head alone leaves the rest', () => {
    expect(drop([b, c], a, 'before', 'column')).toBe('B/C A D');
    expect(drop([b], d, 'after', 'column')).toBe('A C D B');
    expect(drop([b], c, 'after', 'stack')).toBe('A C/B D');
  });
  test('of several slides brings them together, beside one of their own, too', () => {
    expect(drop([a, d], c, 'after', 'column')).toBe('B/C A D');
    expect(drop([a, d], a, 'before', 'column')).toBe('A D B/C');
    expect(drop([a, d], b, 'after', 'stack')).toBe('B/A/D/C');
  });
  test('where slides stand already changes nothing', () => {
    expect(drop([d], d, 'before', 'column')).toBe('A B/C D');
    expect(drop([d], c, 'after', 'column')).toBe('A B/C D');
    expect(drop([c], b, 'after', 'stack')).toBe('A B/C D');
  });
  test('into a stack of which nothing stays is none, and so is one beside a slide that is gone', () => {
    expect(drop([b, c], b, 'after', 'stack')).toBe('no move');
    expect(drop([d], d, 'before', 'stack')).toBe('no move');
    expect(drop([d], 'gone', 'before', 'stack')).toBe('no move');
  });
  test('is called by what it is beside', () => {
    expect(placeName(items, { target: b, side: 'after', as: 'column' })).toBe('after 2.1');
    expect(placeName(items, { target: c, side: 'before', as: 'column' })).toBe('before 2');
    expect(placeName(items, { target: b, side: 'after', as: 'stack' })).toBe('below 2');
    expect(placeName(items, { target: c, side: 'before', as: 'stack' })).toBe('above 2.1');
  });
});

describe('a key in the grid', () => {
  const key = (moving: readonly string[], direction: Direction, shown = items) => {
    const place = gridPlace(view(shown), new Set(moving), direction);
    return after(moving, place === null ? null : destinationOf(items, new Set(moving), place));
  };
  test('moves a column past its neighbour', () => {
    expect(key([d], 'left')).toBe('A D B/C');
    expect(key([a], 'right')).toBe('B/C A D');
    expect(key([b, c], 'left')).toBe('B/C A D');
    expect(key([b, c], 'right')).toBe('A D B/C');
  });
  test('takes a slide out of its stack, to either side', () => {
    expect(key([c], 'left')).toBe('A C B D');
    expect(key([c], 'right')).toBe('A B C D');
    expect(key([b], 'right')).toBe('A C B D');
  });
  test('moves a slide in its stack, and from its ends into the next one', () => {
    expect(key([c], 'up')).toBe('A C/B D');
    expect(key([b], 'down')).toBe('A C/B D');
    expect(key([b], 'up')).toBe('A/B C D');
    expect(key([c], 'down')).toBe('A B C/D');
    expect(key([d], 'up')).toBe('A B/C/D');
  });
  test('stops at the ends', () => {
    expect(key([a], 'left')).toBe('no move');
    expect(key([a], 'up')).toBe('no move');
    expect(key([d], 'right')).toBe('no move');
    expect(key([d], 'down')).toBe('no move');
    expect(key([], 'left')).toBe('no move');
  });
  test('goes past what a filter leaves out', () => {
    const shown = items.filter(({ id }) => id !== b && id !== c);
    expect(key([d], 'left', shown)).toBe('D A B/C');
    expect(step([d], -1, shown)).toBe('D A B/C');
    expect(step([a], 1, shown)).toBe('B/C D A');
  });
});

describe('a step', () => {
  test('goes one place in file order', () => {
    expect(step([d], -1)).toBe('A B/D/C');
    expect(step([a], 1)).toBe('B/A/C D');
    expect(step([c], 1)).toBe('A B D C');
    expect(step([c], -1)).toBe('A C B D');
  });
  test('stops at the ends', () => {
    expect(step([a], -1)).toBe('no move');
    expect(step([d], 1)).toBe('no move');
    expect(step([c, d], 1)).toBe('no move');
  });
  test('of scattered slides brings them together first', () => {
    expect(step([a, d], 1)).toBe('A D B/C');
  });
  test('of nothing is none', () => expect(step([], 1)).toBe('no move'));
});

describe('a change of level', () => {
  const level = (moving: readonly string[], kind: 'vertical' | 'horizontal') =>
    after(moving, levelDestination(items, new Set(moving), kind));
  test('puts a slide below the one before, and takes it out', () => {
    expect(level([d], 'vertical')).toBe('A B/C/D');
    expect(level([c], 'horizontal')).toBe('A B C D');
  });
  test('takes a slide from the middle of a stack to right after it', () => {
    expect(level([b], 'horizontal')).toBe('no move');
    const tall = createDeck('A\n\n--\n\nB\n\n--\n\nC\n\n---\n\nD\n');
    const [, middle = ''] = slideKeys(slideIndex(tall));
    const to = levelDestination(itemsOf()(slideIndex(tall)), new Set([middle]), 'horizontal');
    expect(to).toEqual({ index: 2, break: 'horizontal' });
    expect(to && moveSlides(tall, [middle], to)?.state.doc.toString()).toBe('A\n\n--\n\nC\n\n---\n\nB\n\n---\n\nD\n');
  });
  test('does not apply to the first slide, or where it is so already', () => {
    expect(level([a], 'vertical')).toBe('no move');
    expect(level([c], 'vertical')).toBe('no move');
    expect(level([d], 'horizontal')).toBe('no move');
  });
});
