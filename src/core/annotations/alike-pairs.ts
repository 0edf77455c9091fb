import { likenessThreshold } from './likeness.ts';
import { Vocabulary } from './vocabulary.ts';

/** Two texts that are alike. */
export interface AlikePair {
  /** Places in the two lists. */
  readonly left: number;
  readonly right: number;
  /** Dice's coefficient over words and pairs of neighbouring words, counted: 1 for the same ones, 0 for none in common. */
  readonly likeness: number;
}

/** Of each text on the left, so many pairs are named at most, the best. */
const mostPairs = 16;

/** So many features in common are counted one by one; of larger decks, the most frequent features are left out at first. */
const mostCounted = 100_000_000;

/** Where features are left out, so many neighbours to either side are compared in any case. */
const near = 16;

/**
 * The pairs of texts whose likeness reaches `likenessThreshold`, in no order. Each is compared with each, through what they
 * have in common; only where that is more than {@link mostCounted} (1,500 slides that say almost the same, or 10,000 that
 * do not) are pairs that share nothing but the most frequent words passed over, unless they are neighbours.
 */
export function alikePairs(left: readonly string[], right: readonly string[]): readonly AlikePair[] {
  if (left.length === 0 || right.length === 0) return [];
  const words = new Vocabulary();
  const lefts = left.map((text) => words.features(text));
  const rights = right.map((text) => words.features(text));
  const sizes = Int32Array.from(rights, (own) => own.length);
  const places = placesOf(rights, words.size);
  const longest = longestCounted(lefts, places);
  const shared = new Int32Array(right.length);
  const pairs: AlikePair[] = [];
  for (const [i, own] of lefts.entries()) {
    shared.fill(0);
    countShared(own, places, longest, shared);
    if (longest < Infinity) recount(own, i, rights, shared);
    const best: AlikePair[] = [];
    for (let j = 0; j < shared.length; j++) {
      const likeness = (2 * (shared[j] ?? 0)) / (own.length + (sizes[j] ?? 0));
      if (likeness >= likenessThreshold) keepBest(best, i, j, likeness);
    }
    pairs.push(...best);
  }
  return pairs;
}

/** Puts a pair among those that are kept of its text, the best first, if it is one of the best. */
function keepBest(best: AlikePair[], left: number, right: number, likeness: number): void {
  const isFull = best.length === mostPairs;
  if (isFull && likeness <= (best.at(-1)?.likeness ?? 0)) return;
  if (isFull) best.pop();
  let at = best.length;
  while (at > 0 && (best[at - 1]?.likeness ?? 1) < likeness) at--;
  best.splice(at, 0, { left, right, likeness });
}

/** For each feature the texts that have it: `texts` from `starts[feature]` up to, not including, `starts[feature + 1]`. */
interface FeaturePlaces {
  readonly starts: Int32Array;
  readonly texts: Int32Array;
}

function placesOf(owned: readonly (readonly number[])[], features: number): FeaturePlaces {
  const starts = new Int32Array(features + 1);
  for (const own of owned) for (const feature of own) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
  for (let feature = 0; feature < features; feature++)
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
  const texts = new Int32Array(starts[features] ?? 0);
  const next = starts.slice();
  for (const [text, own] of owned.entries()) {
    for (const feature of own) {
      const at = next[feature] ?? 0;
      texts[at] = text;
      next[feature] = at + 1;
    }
  }
  return { starts, texts };
}

function manyWith({ starts }: FeaturePlaces, feature: number): number {
  return (starts[feature + 1] ?? 0) - (starts[feature] ?? 0);
}

/** Features that more texts than this have are not counted. */
function longestCounted(texts: readonly (readonly number[])[], places: FeaturePlaces): number {
  const work = new Map<number, number>();
  for (const own of texts) {
    for (const feature of own) {
      const many = manyWith(places, feature);
      work.set(many, (work.get(many) ?? 0) + many);
    }
  }
  let counted = 0;
  let longest = 0;
  for (const [many, effort] of [...work].toSorted(([a], [b]) => a - b)) {
    counted += effort;
    if (counted > mostCounted) return longest;
    longest = many;
  }
  return Infinity;
}

/** Counts in `shared`, which is all zeros, how many features each text has in common with one. */
function countShared(
  own: readonly number[],
  { starts, texts }: FeaturePlaces,
  longest: number,
  shared: Int32Array,
): void {
  for (const feature of own) {
    const [from, to] = [starts[feature] ?? 0, starts[feature + 1] ?? 0];
    if (to - from > longest) continue;
    for (let at = from; at < to; at++) {
      const text = texts[at] ?? 0;
      shared[text] = (shared[text] ?? 0) + 1;
    }
  }
}

/** Of texts whose rarer features were counted, counts all of those that share most, and of the neighbours; no others are left. */
function recount(
  own: readonly number[],
  place: number,
  texts: readonly (readonly number[])[],
  shared: Int32Array,
): void {
  const met = [...shared.keys()].filter((text) => shared[text] !== 0);
  const best = met.toSorted((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0)).slice(0, 2 * mostPairs);
  const neighbours = Array.from({ length: 2 * near + 1 }, (_, i) => place + i - near);
  const features = new Set(own);
  shared.fill(0);
  for (const text of new Set([...best, ...neighbours]))
    if (text >= 0 && text < texts.length)
      shared[text] = texts[text]?.reduce((sum, feature) => sum + (features.has(feature) ? 1 : 0), 0) ?? 0;
}
