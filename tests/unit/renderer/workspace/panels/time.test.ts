import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { clockTime, readClockTime } from '../../../../../src/renderer/workspace/panels/clock-time.ts';
import { plannedForDeck, plannedSeconds } from '../../../../../src/renderer/workspace/panels/planned-time.ts';
import { slideWords, slideWordsInSteps, spokenSeconds } from '../../../../../src/renderer/workspace/panels/speech.ts';

describe('a time in minutes and seconds', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), (seconds) => {
        expect(readClockTime(clockTime(seconds))).toBe(seconds);
      }),
    );
  });

  it.each([
    ['1:30', 90],
    ['90', 90],
    ['90 s', 90],
    ['2 min', 120],
    ['1.5m', 90],
    ['1:00:00', 3600],
    ['1:75', null],
    ['soon', null],
    ['-5', null],
    ['', null],
  ])('reads %j', (text, seconds) => {
    expect(readClockTime(text)).toBe(seconds);
  });
});

describe('the words of a slide', () => {
  it('are as many when they are counted a little at a time', () => {
    const sentence = 'Seven **words** of a [link](#/2) are counted. ';
    const picture = `![A picture](data:image/png;base64,${'A'.repeat(60_000)})`;
    const body = `${sentence.repeat(2000)}\n\n${picture}\n\n防衛省\n\nNote: ${'Say it. '.repeat(9000)}`;
    const counting = slideWordsInSteps(body, undefined);
    let steps = 0;
    let step = counting.next();
    for (; step.done !== true; steps++) step = counting.next();
    expect(step.value).toEqual(slideWords(body, undefined));
    expect(step.value.notes).toBe(18_000);
    expect(steps).toBeGreaterThan(5);
  });

  it('are counted a little at a time in scripts without spaces, too', () => {
    const body = '防衛省の長い文。'.repeat(20_000);
    const counting = slideWordsInSteps(body, undefined);
    let steps = 0;
    let step = counting.next();
    for (; step.done !== true; steps++) step = counting.next();
    expect(steps).toBeGreaterThan(5);
    // A word that lies across the end of a step may count twice.
    expect(Math.abs(step.value.shown - slideWords(body, undefined).shown)).toBeLessThanOrEqual(2 * steps);
  });
});

const indexOf = (text: string) => slideIndex(createDeck(text));

describe('planned time', () => {
  it('adds up over the slides that the audience sees', () => {
    const index = indexOf(
      [
        '<!-- .slide: data-timing="90" -->\n# A',
        '# B',
        '<!-- .slide: data-timing="30" data-visibility="hidden" -->\n# C',
        '<!-- .slide: data-timing="60" data-visibility="uncounted" -->\n# D',
        '<!-- .slide: data-timing="soon" -->\n# E',
      ].join('\n\n---\n\n'),
    );
    expect(index.slides.map(plannedSeconds)).toEqual([90, null, 30, 60, null]);
    expect(plannedForDeck(index)).toBe(150);
  });

  it('is none where no slide has a plan', () => {
    expect(plannedForDeck(indexOf('# A'))).toBeNull();
  });
});

it('counts what is shown and what is said apart', () => {
  expect(slideWords('# Two words\n\nNote: three **more** words', undefined)).toEqual({ shown: 2, notes: 3 });
  expect(slideWords('# Two words', undefined)).toEqual({ shown: 2, notes: null });
  expect(spokenSeconds(65, 130)).toBe(30);
});
