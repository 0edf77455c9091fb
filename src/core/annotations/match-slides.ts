import { alikePairs } from './alike-pairs.ts';
import type { SlideTrace } from './likeness.ts';

/**
 * Finds slides again: for each of those that a deck had, and then for each of those that it had lost before, the slide that
 * it is now, as an index into `now`, or -1. No slide is given to two.
 *
 * By id; then by text, where a text stood once and stands once; slides of one text by what stands beside them. Then by
 * likeness, the best pairs first, and of equal ones those that keep their place among their neighbours. What is left of
 * slides of one text is taken in order. A lost slide gets only what no other slide is.
 *
 * So a slide is found whenever one has its id; or when one is at least as like it as `likenessThreshold` says, and neither
 * is as like any other.
 *
 * @param before in their order, all of them, so that none is taken for another that is still there
 */
export function matchSlides(
  before: readonly SlideTrace[],
  now: readonly SlideTrace[],
  lost: readonly SlideTrace[] = [],
): readonly number[] {
  const match = new SlideMatch([...before, ...lost], now, before.length);
  match.byName(({ id, fingerprint }) => (id === null ? null : JSON.stringify([id, fingerprint])));
  match.byName(({ id }) => id);
  match.byUniqueText();
  match.byNeighbours();
  match.byLikeness(false);
  match.byNeighbours();
  match.byName(({ fingerprint }) => fingerprint);
  match.byLikeness(false);
  match.byLikeness(true);
  return match.found;
}

class SlideMatch {
  /** For each old slide the new one, or -1. */
  readonly found: number[];
  readonly #old: readonly SlideTrace[];
  readonly #now: readonly SlideTrace[];
  /** Where the lost ones begin among the old. */
  readonly #lostFrom: number;
  /** For each new slide the old one, or -1. */
  readonly #from: number[];

  constructor(old: readonly SlideTrace[], now: readonly SlideTrace[], lostFrom: number) {
    [this.#old, this.#now, this.#lostFrom] = [old, now, lostFrom];
    this.found = old.map(() => -1);
    this.#from = now.map(() => -1);
  }

  /** Pairs what is left of slides with the same name, in their order; lost ones last. */
  byName(name: (trace: SlideTrace) => string | null): void {
    const free = this.#freeBy(name);
    for (const [i, trace] of this.#old.entries()) {
      const key = this.found[i] === -1 ? name(trace) : null;
      const j = key === null ? undefined : free.get(key)?.shift();
      if (j !== undefined) this.#pair(i, j);
    }
  }

  /** Pairs slides whose text only one slide had, and only one has; a lost one's, where no slide had it. */
  byUniqueText(): void {
    const free = this.#freeBy(({ fingerprint }) => fingerprint);
    const old = new Map<string, number[]>();
    for (const [i, { fingerprint }] of this.#old.entries()) {
      const others = old.get(fingerprint);
      if (this.found[i] !== -1) continue;
      if (others === undefined) old.set(fingerprint, [i]);
      else if (i < this.#lostFrom || (others[0] ?? 0) >= this.#lostFrom) others.push(i);
    }
    for (const [fingerprint, olds] of old) {
      const nows = free.get(fingerprint) ?? [];
      const [i, j] = [olds[0], nows[0]];
      if (olds.length === 1 && nows.length === 1 && i !== undefined && j !== undefined) this.#pair(i, j);
    }
  }

  /**
   * Pairs slides of one text that stand behind or in front of slides that were found to be each other; then of those that are
   * left the first and the last of the deck, too. Where one neighbour speaks for another pair than the other, nothing is decided.
   */
  byNeighbours(): void {
    for (const withEnds of [false, true])
      for (let round = 0; round < mostRounds && this.#pairByNeighbours(withEnds); round++);
  }

  /** Says whether any were found: they are neighbours of others now. */
  #pairByNeighbours(withEnds: boolean): boolean {
    const [takers, wanted] = [new Map<number, number>(), new Map<number, number>()];
    const claim = (i: number, j: number): void => {
      if (!this.#isSameFree(i, j)) return;
      takers.set(j, (takers.get(j) ?? i) === i ? i : unknown);
      wanted.set(i, (wanted.get(i) ?? j) === j ? j : unknown);
    };
    for (let i = 0; i < this.#lostFrom; i++) {
      if (this.found[i] !== -1) continue;
      if (i > 0 || withEnds) claim(i, this.#placeOf(i - 1) + 1);
      if (i + 1 < this.#lostFrom || withEnds) claim(i, this.#placeOf(i + 1) - 1);
    }
    const pairs = [...wanted].filter(([i, j]) => takers.get(j) === i);
    for (const [i, j] of pairs) this.#pair(i, j);
    return pairs.length > 0;
  }

  /** Pairs slides that are alike, the best pairs first. Those whose very text is still to be found wait for that. */
  byLikeness(lost: boolean): void {
    // Of texts that are like very many, only the best pairs are known at once.
    for (let round = 0; round < mostRounds && this.#pairByLikeness(lost); round++);
  }

  /** Says whether any were found. */
  #pairByLikeness(lost: boolean): boolean {
    const [from, to] = lost ? [this.#lostFrom, this.#old.length] : [0, this.#lostFrom];
    const texts = this.#freeBy(({ fingerprint }) => fingerprint);
    const olds = range(from, to).filter((i) => this.found[i] === -1 && !texts.has(this.#old[i]?.fingerprint ?? ''));
    const contested = new Set(
      range(from, to).flatMap((i) => (this.found[i] === -1 ? [this.#old[i]?.fingerprint ?? ''] : [])),
    );
    const nows = range(0, this.#now.length).filter(
      (j) => this.#from[j] === -1 && !contested.has(this.#now[j]?.fingerprint ?? ''),
    );
    const expected = this.#expected();
    const pairs = alikePairs(
      olds.map((i) => this.#old[i]?.text ?? ''),
      nows.map((j) => this.#now[j]?.text ?? ''),
    ).map(({ left, right, likeness }) => {
      const [i, j] = [olds[left] ?? -1, nows[right] ?? -1];
      return { i, j, likeness, away: Math.abs(j - (expected[i] ?? 0)) };
    });
    let found = false;
    for (const { i, j } of pairs.toSorted((a, b) => b.likeness - a.likeness || a.away - b.away)) {
      if (this.found[i] !== -1 || this.#from[j] !== -1 || !mayBe(this.#old[i], this.#now[j])) continue;
      this.#pair(i, j);
      found = true;
    }
    return found;
  }

  /** Whether two slides are of one text and not found yet. */
  #isSameFree(i: number, j: number): boolean {
    if (this.found[i] !== -1 || this.#from[j] !== -1) return false;
    return this.#old[i]?.fingerprint === this.#now[j]?.fingerprint;
  }

  #pair(i: number, j: number): void {
    this.found[i] = j;
    this.#from[j] = i;
  }

  /** New slides that no old one is yet, by name. */
  #freeBy(name: (trace: SlideTrace) => string | null): Map<string, number[]> {
    const places = new Map<string, number[]>();
    for (const [j, trace] of this.#now.entries()) {
      const key = this.#from[j] === -1 ? name(trace) : null;
      if (key === null) continue;
      const others = places.get(key);
      if (others === undefined) places.set(key, [j]);
      else others.push(j);
    }
    return places;
  }

  /** Where an old slide is now; the ends of the deck are each other, too. */
  #placeOf(i: number): number {
    if (i === -1) return -1;
    if (i === this.#lostFrom) return this.#now.length;
    const j = this.found[i] ?? -1;
    return j === -1 ? unknown : j;
  }

  /** Where each old slide would be if it had kept its place behind the last one before it that was found. */
  #expected(): readonly number[] {
    let [anchor, place] = [-1, -1];
    return this.found.map((j, i) => {
      if (j !== -1) [anchor, place] = [i, j];
      return place + i - anchor;
    });
  }
}

/** What was found by its neighbours is a neighbour to others, and so on: so often, at most, is that followed. */
const mostRounds = 200;

/** The place of a slide that was not found. Far enough from any other that no arithmetic leads to one. */
const unknown = -1e9;

/** A slide that carries another id is another slide, however alike. */
function mayBe(a: SlideTrace | undefined, b: SlideTrace | undefined): boolean {
  return a !== undefined && b !== undefined && (a.id === null || b.id === null || a.id === b.id);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
