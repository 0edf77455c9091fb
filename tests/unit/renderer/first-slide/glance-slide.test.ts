// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckSettings } from '../../../../src/core/deck/front-matter.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { glanceSlide } from '../../../../src/renderer/first-slide/glance-slide.ts';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';
import { SlideRenderer } from '../../../../src/renderer/slide/slide-renderer.ts';
import { sessionSource } from '../../../../src/renderer/stage/session-source.ts';
import { deckText } from '../../core/deck/arbitrary-deck.ts';

const assets = 'http://app.test/deck/1/';

/** What a glance shows of a slide, and what the open deck does. */
function pictures(text: string, seen: string, number: number) {
  const found = glanceSlide({ text: seen, isWhole: seen === text, assets }, number);
  const state = createDeck(text);
  const key = slideIndex(state).slides[number - 1]?.key ?? '';
  const source = sessionSource(state, { assets, hidden: true, renderer: new SlideRenderer() });
  return {
    glance: found && { html: renderSlide(found.source).section.outerHTML, settings: found.settings },
    opened: { html: source.render(source.matter(key)).outerHTML, settings: deckSettings(state).settings },
  };
}

it('shows each slide of a deck as it is when the deck is open', () => {
  fc.assert(
    fc.property(deckText, fc.nat(), (text, any) => {
      const number = (any % slideIndex(createDeck(text)).slides.length) + 1;
      const { glance, opened } = pictures(text, text, number);
      expect(glance).toEqual(opened);
    }),
    { numRuns: 60 },
  );
});

it('shows of a beginning nothing that the rest of the deck makes another slide', () => {
  fc.assert(
    fc.property(deckText, fc.nat(), fc.nat(), (text, anyCut, any) => {
      const { head } = slideIndex(createDeck(text));
      // A beginning holds all of the front matter, unless that is longer than all decks have.
      const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1).filter((end) => end > head.to);
      const seen = text.slice(0, ends[anyCut % Math.max(1, ends.length)] ?? text.length);
      const { glance, opened } = pictures(text, seen, (any % 3) + 1);
      if (glance !== null) expect(glance).toEqual(opened);
    }),
    { numRuns: 100 },
  );
});

it('shows nothing of the last slide of a beginning, which may go on, and none that is not there', () => {
  const seen = '# One\n\n---\n\n# Two\n';
  expect(glanceSlide({ text: seen, isWhole: true, assets }, 2)).not.toBeNull();
  expect(glanceSlide({ text: seen, isWhole: false, assets }, 2)).toBeNull();
  expect(glanceSlide({ text: seen, isWhole: true, assets }, 3)).toBeNull();
  expect(glanceSlide({ text: '', isWhole: false, assets }, 1)).toBeNull();
});
