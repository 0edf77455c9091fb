import { describe, expect, it } from 'vitest';
import { type OutlineEntry, planOutline } from '../../../../src/core/export/outline.ts';

function outline(...slides: [h: number, title: string, startsSection?: boolean][]): string {
  const write = (entries: readonly OutlineEntry[]): string =>
    entries
      .map(({ title, page, children }) => `${title}@${page}${children.length === 0 ? '' : `(${write(children)})`}`)
      .join(' ');
  return write(
    planOutline(slides.map(([h, title, startsSection = false], page) => ({ h, title, page, startsSection }))),
  );
}

describe('planOutline', () => {
  it('puts a stack under its head', () =>
    expect(outline([0, 'a'], [1, 'b'], [1, 'c'], [1, 'd'], [2, 'e'])).toBe('a@0 b@1(c@2 d@3) e@4'));
  it('gives a slide without title no entry', () => expect(outline([0, ''], [1, 'b'])).toBe('b@1'));
  it('puts a stack without a titled head under its first titled slide', () =>
    expect(outline([0, ''], [0, 'b'], [0, 'c'], [1, 'd'])).toBe('b@1(c@2) d@3'));
  it('keeps a stack together over an untitled slide', () =>
    expect(outline([0, 'a'], [0, ''], [0, 'c'])).toBe('a@0(c@2)'));
  it('puts slides under the one that starts their section, and stacks under their head', () =>
    expect(outline([0, 'i'], [1, 'A', true], [1, 'x'], [1, 'y'], [2, 'b'], [2, 'z'], [3, 'B', true], [4, 'c'])).toBe(
      'i@0 A@1(x@2 y@3 b@4(z@5)) B@6(c@7)',
    ));
  it('takes a lone section for none', () => expect(outline([0, 'T', true], [1, 'a'])).toBe('T@0 a@1'));
  it('is empty without titles', () => expect(outline([0, ''])).toBe(''));
});
