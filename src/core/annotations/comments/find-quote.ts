import type { Range } from '../../deck/slide.ts';
import { nearMatches, textLikeness } from './approximate-match.ts';
import type { TextQuote } from './text-quote.ts';

/** Where a quote was found: offsets in the text, and whether the words are the very same. */
export interface FoundQuote extends Range {
  readonly same: boolean;
}

/** Words that differ in more of their characters are other words. */
const leastAlike = 0.5;

/** What has to be the same of the words and what stands around them, together. */
const leastTogether = 0.5;

/** Shorter words count as so long beside what stands around them: on a slide full of figures, “12” says little. */
const leastWeight = 16;

/** Words of this length that stand somewhere as they were are the ones that were meant, whatever stands around them now. */
const longEnough = 12;

/** Longer quotes are found by how they begin and how they end. */
const longest = 400;

/** Texts are looked through for what is nearly the quote while text times quote is at most this. */
const mostWork = 20_000_000;

/**
 * Finds a quote in a text as it is now: where its very words stand, best where the same stands around them; else where what
 * is most like them does.
 * @returns `null` where they are not there any more
 */
export function findQuote(text: string, quote: TextQuote): FoundQuote | null {
  const { exact } = quote;
  if (exact === '') return null;
  const same = best(text, quote, occurrences(text, exact));
  if (same !== null && (same.together >= leastTogether || exact.length >= longEnough)) return found(same, true);
  if (exact.length > longest) return byItsEnds(text, quote);
  if (text.length * exact.length > mostWork) return null;
  const near = nearMatches(text, exact, Math.floor(exact.length * (1 - leastAlike))).map(({ from, to }) => ({
    from,
    to,
  }));
  const rough = best(text, quote, near);
  const like = rough === null ? null : best(text, quote, mostAlike(text, exact, shifted(rough, text.length)));
  return like !== null && like.together >= leastTogether ? found(like, false) : null;
}

interface Candidate extends Range {
  /** How much of the quote and what stands around it is the same, from 0 to 1. */
  readonly together: number;
}

function found({ from, to }: Candidate, same: boolean): FoundQuote {
  return { from, to, same };
}

/** At most so many places are compared by what stands around them: a letter may stand anywhere. */
const mostPlaces = 500;

function occurrences(text: string, words: string): readonly Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < mostPlaces; at = text.indexOf(words, at + 1))
    places.push({ from: at, to: at + words.length });
  return places;
}

/** What a place may be off by: a letter that was put in at an end of the words is one of theirs where the rest fits then. */
const mostOff = 3;

/** A place and those that begin and end a little before or behind it. */
function shifted({ from, to }: Range, length: number): readonly Range[] {
  const by = Array.from({ length: 2 * mostOff + 1 }, (_, i) => i - mostOff);
  return [{ from, to }, ...by.flatMap((start) => by.map((end) => ({ from: from + start, to: to + end })))].filter(
    (place) => place.from >= 0 && place.from < place.to && place.to <= length,
  );
}

/** Of places, those whose words are as like the quote's as any. */
function mostAlike(text: string, exact: string, places: readonly Range[]): readonly Range[] {
  const likeness = places.map(({ from, to }) => textLikeness(text.slice(from, to), exact));
  const most = Math.max(...likeness);
  return places.filter((_, i) => likeness[i] === most);
}

/** The first of the best places. */
function best(text: string, { exact, prefix, suffix }: TextQuote, places: readonly Range[]): Candidate | null {
  let winner: Candidate | null = null;
  for (const { from, to } of places.slice(0, mostPlaces)) {
    const words = textLikeness(text.slice(from, to), exact);
    if (words < leastAlike) continue;
    const before = textLikeness(text.slice(Math.max(0, from - prefix.length), from), prefix);
    const behind = textLikeness(text.slice(to, to + suffix.length), suffix);
    const weight = Math.max(leastWeight, exact.length);
    const total = words * weight + before * prefix.length + behind * suffix.length;
    const together = total / (weight + prefix.length + suffix.length);
    if (winner === null || together > winner.together) winner = { from, to, together };
  }
  return winner;
}

function byItsEnds(text: string, { exact, prefix, suffix }: TextQuote): FoundQuote | null {
  const half = longest / 2;
  const [head, tail] = [exact.slice(0, half), exact.slice(-half)];
  const start = findQuote(text, { exact: head, prefix, suffix: exact.slice(half, half + 32) });
  if (start === null) return null;
  const rest = text.slice(start.to);
  const end = findQuote(rest, { exact: tail, prefix: exact.slice(-half - 32, -half), suffix });
  const to = end === null ? -1 : start.to + end.to;
  const isLikely = to - start.from >= exact.length * leastAlike && to - start.from <= exact.length / leastAlike;
  return isLikely ? { from: start.from, to, same: false } : null;
}
