import { Failure } from '../failure.ts';

/** What a page plan needs to know of a slide. */
export interface PlannedSlide {
  /** From 1 in file order, hidden ones counted. */
  readonly number: number;
  readonly hidden: boolean;
}

export interface PageChoice {
  /** The slide numbers wanted; `null` for all. */
  readonly slides: readonly number[] | null;
  /** Whether hidden slides are printed too. */
  readonly hidden: boolean;
}

/** A slide that gets no page, and why. */
export interface LeftOut {
  readonly slide: number;
  readonly reason: 'hidden' | 'not-selected';
}

/** Which slides get a page, in order, and which do not. */
export interface PagePlan {
  readonly slides: readonly number[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Plans one page for each slide, in file order. Throws a Failure: `no-such-slide` for a number that the deck does not
 * have, `bad-arguments` when no slide is left to print.
 */
export function planPages(slides: readonly PlannedSlide[], choice: PageChoice): PagePlan {
  const missing = choice.slides?.find((number) => number < 1 || number > slides.length);
  if (missing !== undefined) throw noSuchSlide(missing, slides.length);
  const wanted = choice.slides === null ? null : new Set(choice.slides);

  const pages: number[] = [];
  const leftOut: LeftOut[] = [];
  for (const { number, hidden } of slides) {
    if (wanted !== null && !wanted.has(number)) leftOut.push({ slide: number, reason: 'not-selected' });
    else if (hidden && !choice.hidden) leftOut.push({ slide: number, reason: 'hidden' });
    else pages.push(number);
  }
  if (pages.length === 0) throw nothingToPrint();
  return { slides: pages, leftOut };
}

/** The failure for a slide number that a deck of `count` slides does not have. */
export function noSuchSlide(number: number, count: number): Failure {
  return new Failure({
    code: 'no-such-slide',
    message: `There is no slide ${number}: the deck has ${count === 1 ? 'one slide' : `${count} slides`}.`,
    wayOut: 'List its slides with “lectern slides”.',
  });
}

function nothingToPrint(): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: 'There is no page to print: every slide that was asked for is hidden.',
    wayOut: 'Include hidden slides, or choose others.',
  });
}
