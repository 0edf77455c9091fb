import { describe, expect, it } from 'vitest';
import { type OutlineEntry, planOutline } from '../../../../src/core/export/outline.ts';

function outline(...slides: [h: number, title: string][]): string {
  const write = (entries: readonly OutlineEntry[]): string =>
    entries
      .map(({ title, page, children }) => `${title}@${page}${children.length === 0 ? '' : `(${write(children)})`}`)
      .join(' ');
  return write(planOutline(slides.map(([h, title], i) => ({ number: i + 1, h, title }))));
}

describe('planOutline', () => {
  it('puts a stack under its head', () =>
    expect(outline([0, 'a'], [1, 'b'], [1, 'c'], [1, 'd'], [2, 'e'])).toBe('a@0 b@1(c@2 d@3) e@4'));
  it('gives a slide without title no entry', () => expect(outline([0, ''], [1, 'b'])).toBe('b@1'));
  it('puts a stack without a titled head under its first titled slide', () =>
    expect(outline([0, ''], [0, 'b'], [0, 'c'], [1, 'd'])).toBe('b@1(c@2) d@3'));
  it('keeps a stack together over an untitled slide', () =>
    expect(outline([0, 'a'], [0, ''], [0, 'c'])).toBe('a@0(c@2)'));
  it('is empty without titles', () => expect(outline([0, ''])).toBe(''));
});
