import { expect, test } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { type Section, sectionLine, sectionsOf } from '../../../../src/renderer/workspace/sections.ts';
import { SlideReader } from '../../../../src/renderer/workspace/slide-facts.ts';

function sections(text: string): readonly (readonly [string, string, number])[] {
  const state = createDeck(text);
  const reader = new SlideReader();
  const keys = slideKeys(slideIndex(state));
  const found = sectionsOf(
    state,
    slideIndex(state).slides.map((slide) => reader.read(state, slide)),
  );
  return found.map((section) => [section.title, sectionLine(section, section.slides), keys.indexOf(section.id) + 1]);
}

test('a column headed by a big heading starts a section', () => {
  expect(
    sections(
      '# One\n\n<!-- .slide: data-timing="60" -->\n\n---\n\n## a\n\n<!-- .slide: data-timing="70" -->\n\n---\n\nTwo\n===\n\n---\n\n## b\n\n--\n\n# not me\n',
    ),
  ).toEqual([
    ['One', '2 slides · 2:10', 1],
    ['Two', '3 slides', 3],
  ]);
});

test('what stands in front of the first is under the deck’s title', () => {
  expect(sections('---\ntitle: Deck\n---\n\n## a\n\n---\n\n# One\n\n---\n\n## b\n')).toEqual([
    ['Deck', '1 slide', 1],
    ['One', '2 slides', 2],
  ]);
});

test('where most columns have a big heading it divides nothing', () => {
  expect(sections('---\ntitle: Deck\n---\n\n# a\n\n---\n\n# b\n\n---\n\n## c\n')).toEqual([['Deck', '3 slides', 1]]);
  expect(sections('# a\n')).toEqual([['a', '1 slide', 1]]);
  expect(sections('')).toEqual([['Slides', '1 slide', 1]]);
});

test('says how many of its slides are shown', () => {
  const section: Section = { id: 's1', title: 'T', slides: 5, seconds: 3599.6 };
  expect(sectionLine(section, 2)).toBe('2 of 5 slides · 60:00');
});
