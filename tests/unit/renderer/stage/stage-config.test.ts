import { expect, test } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckSettings } from '../../../../src/core/deck/front-matter.ts';
import { stageConfig } from '../../../../src/renderer/stage/stage-config.ts';
import { fitSlide } from '../../../../src/renderer/stage/stage-fit.ts';

const { settings } = deckSettings(
  createDeck('---\nsize: 4:3\nrevealOptions:\n  transition: zoom\n  progress: false\n  autoSlide: 2000\n---\n\n# A\n'),
);

test('a deck’s own options hold while presenting, and what concerns safety holds always', () => {
  const config = stageConfig(settings, 'present', false);
  expect(config).toMatchObject({ transition: 'zoom', progress: false, autoSlide: 2000, width: 960, height: 720 });
  for (const mode of ['edit', 'present'] as const) {
    expect(stageConfig(settings, mode, false)).toMatchObject({
      postMessage: false,
      postMessageEvents: false,
      previewLinks: false,
      hash: false,
      keyboard: false,
      center: false,
      margin: 0,
      plugins: [],
      dependencies: [],
    });
  }
});

test('nothing moves while editing, nor for people who asked for less motion', () => {
  expect(stageConfig(settings, 'edit', false)).toMatchObject({ transition: 'none', fragments: false, autoSlide: 0 });
  expect(stageConfig(settings, 'present', true)).toMatchObject({
    transition: 'none',
    backgroundTransition: 'none',
    autoAnimate: false,
  });
});

test('a slide fits its room at a whole number of hundredths', () => {
  const slide = { width: 1280, height: 720 };
  expect(fitSlide(slide, { width: 800, height: 1000 })).toEqual({ width: 1280 * 0.62, height: 720 * 0.62 });
  expect(fitSlide(slide, { width: 4000, height: 360 })).toEqual({ width: 640, height: 360 });
  expect(fitSlide(slide, { width: 0, height: 0 }).width).toBeGreaterThan(0);
});
