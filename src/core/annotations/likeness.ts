/** What is known of a slide when it has to be found again. */
export interface SlideTrace {
  readonly id: string | null;
  /** Of its whole text; see {@link fingerprint}. */
  readonly fingerprint: string;
  /** Its text, or as much of it as was kept. */
  readonly text: string;
  /** Its number when it was last seen, from 1, where that is known: for people. */
  readonly number?: number;
}

/** Slides that share less than this part of their words are not taken for one another. */
export const likenessThreshold = 0.5;

/** How much of a slide's text is kept to find it again by, in UTF-16 code units. */
export const traceLength = 2000;

export function traceOf(body: string, id: string | null): SlideTrace {
  return { id, fingerprint: fingerprint(body), text: body.slice(0, traceLength) };
}

/**
 * A 53-bit fingerprint of a text, in hex, whatever its white space: cyrb53 (bryc, public domain). It tells slides of one deck
 * apart; it is no protection against anybody.
 */
export function fingerprint(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    for (let i = 0; i <= word.length; i++) {
      const code = i === word.length ? 32 : word.charCodeAt(i);
      h1 = Math.imul(h1 ^ code, 2654435761);
      h2 = Math.imul(h2 ^ code, 1597334677);
    }
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(14, '0');
}

/** Pairs of neighbouring words, and the words themselves; the characters of scripts without spaces count as words. */
function features(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const next = words[i + 1];
    if (next !== undefined) counts.set(`${word} ${next}`, (counts.get(`${word} ${next}`) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient over two texts' words and word pairs: 1 for the same words in the same order, 0 for none in common. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let total = 0;
  for (const [feature, count] of a) {
    shared += Math.min(count, b.get(feature) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/**
 * For each trace the slide that it belongs to, as an index into `slides`, or -1: by id, then by fingerprint, in order, then
 * by likeness, best pairs first. No slide is given to two traces, so that near-identical slides never swap.
 */
export function matchSlides(traces: readonly SlideTrace[], slides: readonly SlideTrace[]): readonly number[] {
  const found = traces.map(() => -1);
  const free = new Set(slides.keys());
  const take = (trace: number, slide: number) => {
    found[trace] = slide;
    free.delete(slide);
  };
  matchBy(traces, slides, found, free, take, ({ id }) => id);
  matchBy(traces, slides, found, free, take, (trace) => trace.fingerprint);
  const candidates: { trace: number; slide: number; like: number }[] = [];
  const open = new Map([...free].map((slide) => [slide, features(slides[slide]?.text ?? '')]));
  const places = placesOf(open);
  for (const [trace, { text, id }] of traces.entries()) {
    if (found[trace] !== -1) continue;
    const words = features(text);
    for (const slide of likely(words, places, trace, open)) {
      // A slide that carries another id is another slide, however alike.
      const otherId = slides[slide]?.id ?? null;
      if (id !== null && otherId !== null && id !== otherId) continue;
      const like = likeness(words, open.get(slide) ?? new Map());
      if (like >= likenessThreshold) candidates.push({ trace, slide, like });
    }
  }
  for (const { trace, slide } of candidates.toSorted(
    (a, b) => b.like - a.like || Math.abs(a.trace - a.slide) - Math.abs(b.trace - b.slide),
  )) {
    if (found[trace] === -1 && free.has(slide)) take(trace, slide);
  }
  return found;
}

/** Words that stand on more slides than this say little about which slide is meant. */
const common = 32;

/** Of the slides that share rare words, so many are compared whole; and as many neighbours by number to either side. */
const compared = 16;

function placesOf(slides: ReadonlyMap<number, ReadonlyMap<string, number>>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [slide, words] of slides) {
    for (const word of words.keys()) {
      const there = places.get(word);
      if (there === undefined) places.set(word, [slide]);
      else if (there.length <= common) there.push(slide);
    }
  }
  return places;
}

/** The slides worth comparing with a trace: comparing each with each would take a minute on a large deck. */
function likely(
  words: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, readonly number[]>,
  number: number,
  open: ReadonlyMap<number, unknown>,
): readonly number[] {
  const shared = new Map<number, number>();
  for (const word of words.keys()) {
    const there = places.get(word) ?? [];
    if (there.length > common) continue;
    for (const slide of there) shared.set(slide, (shared.get(slide) ?? 0) + 1);
  }
  const best = [...shared].toSorted(([, a], [, b]) => b - a).slice(0, compared);
  const near = Array.from({ length: 2 * compared + 1 }, (_, i) => number + i - compared).filter((slide) =>
    open.has(slide),
  );
  return [...new Set([...best.map(([slide]) => slide), ...near])];
}

function matchBy(
  traces: readonly SlideTrace[],
  slides: readonly SlideTrace[],
  found: readonly number[],
  free: ReadonlySet<number>,
  take: (trace: number, slide: number) => void,
  name: (trace: SlideTrace) => string | null,
): void {
  const places = new Map<string, number[]>();
  for (const slide of free) {
    const key = name(slides[slide] ?? { id: null, fingerprint: '', text: '' });
    if (key !== null) places.set(key, [...(places.get(key) ?? []), slide]);
  }
  for (const [i, trace] of traces.entries()) {
    const key = found[i] === -1 ? name(trace) : null;
    const slide = key === null ? undefined : places.get(key)?.shift();
    if (slide !== undefined) take(i, slide);
  }
}
