import { describe, expect, it } from 'vitest';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { movedTo, slideLabelOf, slideLabels } from '../../../../src/core/deck/slide-label.ts';

const hidden = '<!-- .slide: data-visibility="hidden" -->\n\n';
const deck = createDeck(`A\n\n---\n\n${hidden}B\n\n--\n\n${hidden}C\n\n--\n\nD\n\n---\n\nE\n`);
const index = slideIndex(deck);
const [a = '', , c = '', , e = ''] = slideKeys(index);

describe('slide labels', () => {
  it('count columns, and below them rows, hidden slides too', () => {
    expect(slideLabels(index)).toEqual(['1', '2', '2.1', '2.2', '3']);
    expect(slideLabelOf(index, c)).toBe('2.1');
    expect(slideLabelOf(index, 'gone')).toBe('');
  });

  it('are made once while slides stay where they are', () => {
    const typed = slideIndex(deck.update({ changes: { from: 1, insert: ' typed' } }).state);
    expect(slideLabels(typed)).toBe(slideLabels(index));
  });
});

describe('where a slide was moved', () => {
  const moved = (key: string, to: Parameters<typeof moveSlides>[2]): string => {
    const after = moveSlides(deck, [key], to)?.state ?? deck;
    return movedTo(index, slideIndex(after), key);
  };

  it('is said by its new label', () => {
    expect(moved(a, { index: 4 })).toBe('to 3');
    expect(moved(e, { index: 2, break: 'vertical' })).toBe('to 2.1');
    expect(moved(c, { index: 2, break: 'horizontal' })).toBe('to 3');
  });

  it('is the direction where its label stays', () => {
    expect(moved(e, { index: 2, break: 'horizontal' })).toBe('up');
  });
});
