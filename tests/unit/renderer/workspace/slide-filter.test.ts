import { expect, test, vi } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { SlideReader } from '../../../../src/renderer/workspace/slide-facts.ts';
import {
  filterTest,
  isFiltering,
  noFilter,
  SlideFilterModel,
  type SlideTrait,
} from '../../../../src/renderer/workspace/slide-filter.ts';
import { comment, stroke, withAnnotation } from '../../core/annotations/sample-annotations.ts';

const plain = createDeck(
  '# Résumé of July\n\n---\n\n## Two\n\nresume\n\nNote: say it\n\n---\n\n<!-- .slide: data-visibility="hidden" -->\n## 日本海\n\n<aside class="notes">n</aside>\n',
);
const [first = '', second = ''] = slideKeys(slideIndex(plain));
const deck = withAnnotation(withAnnotation(plain, stroke(second)), comment(first, 'c'));

/** The first has a hint alone. */
const problems = new Map(
  slideKeys(slideIndex(plain)).map((key, i) => [key, (['hint', 'warning', 'error'] as const)[i] ?? 'hint']),
);

function shown(words: string, ...traits: readonly SlideTrait[]): readonly number[] {
  const reader = new SlideReader();
  const passes = filterTest({ words, traits: new Set(traits) }, deck, problems);
  return slideIndex(deck).slides.flatMap((slide, i) => (passes(slide, reader.read(deck, slide)) ? [i + 1] : []));
}

test('words: all of them, whatever their case and accents, in the text or the notes', () => {
  expect(shown('RESUME')).toEqual([1, 2]);
  expect(shown('july resume')).toEqual([1]);
  expect(shown('say')).toEqual([2]);
  expect(shown('日本')).toEqual([3]);
  expect(shown('nowhere')).toEqual([]);
  expect(shown('  ')).toEqual([1, 2, 3]);
});

test('traits: every one of them', () => {
  expect(shown('', 'hidden')).toEqual([3]);
  expect(shown('', 'notes')).toEqual([2, 3]);
  expect(shown('', 'ink')).toEqual([2]);
  expect(shown('', 'comments')).toEqual([1]);
  expect(shown('', 'problems')).toEqual([2, 3]);
  expect(shown('', 'problems', 'hidden')).toEqual([3]);
  expect(shown('', 'notes', 'hidden')).toEqual([3]);
  expect(shown('resume', 'ink')).toEqual([2]);
});

test('a model tells who listens, and clears', () => {
  const model = new SlideFilterModel();
  const heard = vi.fn<() => void>();
  const stop = model.subscribe(heard);
  model.set({ words: 'x' });
  model.set({ traits: new Set(['ink']) });
  expect(isFiltering(model.filter())).toBe(true);
  expect(model.filter().words).toBe('x');
  model.clear();
  expect(model.filter()).toEqual(noFilter);
  stop();
  model.set({ words: 'y' });
  expect(heard).toHaveBeenCalledTimes(3);
});
