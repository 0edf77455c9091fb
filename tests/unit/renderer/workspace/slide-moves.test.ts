import { describe, expect, test } from 'vitest';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { itemsOf } from '../../../../src/renderer/workspace/slide-items.ts';
import { dropDestination, levelDestination, stepDestination } from '../../../../src/renderer/workspace/slide-moves.ts';

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

const drop = (moving: readonly string[], target: string, position: 'before' | 'after') =>
  after(moving, dropDestination(items, new Set(moving), target, position));
const step = (moving: readonly string[], by: -1 | 1) => after(moving, stepDestination(items, new Set(moving), by));

describe('a drop', () => {
  test('before and after another slide', () => {
    expect(drop([d], b, 'before')).toBe('A D B/C');
    expect(drop([a], d, 'after')).toBe('B/C D A');
    expect(drop([a], d, 'before')).toBe('B/C A D');
  });
  test('between the slides of a stack joins it', () => {
    expect(drop([d], b, 'after')).toBe('A B/D/C');
    expect(drop([d], c, 'before')).toBe('A B/D/C');
  });
  test('of several slides brings them together, beside one of their own, too', () => {
    expect(drop([a, d], c, 'after')).toBe('B/C A D');
    expect(drop([a, d], a, 'before')).toBe('A D B/C');
  });
  test('where a slide stands already changes nothing', () => {
    expect(drop([d], d, 'before')).toBe('A B/C D');
    expect(drop([d], c, 'after')).toBe('A B/C D');
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
