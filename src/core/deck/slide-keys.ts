import { fingerprint, type SlideTrace } from '../annotations/likeness.ts';
import type { ScannedSlide } from './slide-scan.ts';
import type { Slide } from './slide.ts';

/** Slides that an edit made vanish, by key: what they were, so that they are known when they come back. */
export type LostSlides = ReadonlyMap<string, SlideTrace>;

/** More vanished slides than this are not remembered: the oldest are let go. */
const mostLost = 10_000;

/** Slides whose keys may be inherited. */
export interface KeySource {
  /** With their ranges mapped to the new text. */
  readonly slides: readonly Slide[];
  /** What is to be remembered of a slide as it was before the change. */
  readonly traceBefore: (place: number) => SlideTrace;
  readonly nextKey: number;
  readonly lost: LostSlides;
}

/** Where there is nothing to inherit. */
export const noKeys: KeySource = {
  slides: [],
  traceBefore: () => ({ id: null, fingerprint: '', text: '' }),
  nextKey: 1,
  lost: new Map(),
};

export interface KeyedSlides {
  readonly slides: readonly Slide[];
  readonly nextKey: number;
  readonly lost: LostSlides;
}

/**
 * Gives scanned slides keys. Where as many slides are there as before, each keeps its place's key: somebody typed in them.
 * Otherwise a slide that had vanished gets its key back, as when a code block is opened and closed again or a slide is cut
 * and pasted; each key that is left goes to the slide that holds most of its text; and what is left then gets new keys.
 */
export function inheritKeys(
  source: KeySource,
  scanned: readonly ScannedSlide[],
  bodyNow: (slide: ScannedSlide) => string,
): KeyedSlides {
  const { slides: old, traceBefore, lost } = source;
  let nextKey = source.nextKey;
  const keyed = (keys: readonly (string | undefined)[]) =>
    scanned.map(({ from, to, break: kind, attributes }, i): Slide => ({
      key: keys[i] ?? `s${nextKey++}`,
      from,
      to,
      break: kind,
      attributes,
      textId: {},
    }));
  if (old.length === scanned.length) return { slides: keyed(old.map(({ key }) => key)), nextKey, lost };
  const back = scanned.length > old.length ? returned(lost, scanned, bodyNow) : [];
  const slides = keyed(keysByOverlap(old, scanned, back));
  const kept = new Set(slides.map(({ key }) => key));
  const gone = old.flatMap(({ key }, i) => (kept.has(key) ? [] : [[key, traceBefore(i)] as const]));
  return { slides, nextKey, lost: withLost(lost, kept, gone) };
}

/** What vanished slides are remembered by, after some came back and others vanished. */
export function withLost(
  lost: LostSlides,
  present: ReadonlySet<string>,
  gone: readonly (readonly [key: string, trace: SlideTrace])[],
): LostSlides {
  const remembered = new Map([...lost].filter(([key]) => !present.has(key)));
  for (const [key, trace] of gone) remembered.set(key, trace);
  for (const key of remembered.keys()) {
    if (remembered.size <= mostLost) break;
    remembered.delete(key);
  }
  return remembered;
}

/** The keys of slides that are back with the text they had. */
function returned(
  lost: LostSlides,
  scanned: readonly ScannedSlide[],
  bodyNow: (slide: ScannedSlide) => string,
): (string | undefined)[] {
  if (lost.size === 0) return [];
  const waiting = new Map([...lost].map(([key, trace]) => [trace.fingerprint, key]));
  return scanned.map((slide) => {
    if (slide.from === slide.to) return undefined;
    const print = fingerprint(bodyNow(slide));
    const key = waiting.get(print);
    waiting.delete(print);
    return key;
  });
}

function keysByOverlap(
  old: readonly Slide[],
  scanned: readonly ScannedSlide[],
  given: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  const best: { key: string; shared: number }[] = [];
  let first = 0;
  for (const slide of old) {
    while (first < scanned.length && (scanned[first]?.to ?? 0) < slide.from) first++;
    let winner = -1;
    let shared = -1;
    for (let i = first; i < scanned.length; i++) {
      const candidate = scanned[i];
      if (candidate === undefined || candidate.from > slide.to) break;
      const overlap = Math.min(slide.to, candidate.to) - Math.max(slide.from, candidate.from);
      if (given[i] === undefined && overlap > shared) {
        winner = i;
        shared = overlap;
      }
    }
    // Of slides that became one, the first gives its key: it is the one that somebody is typing in.
    const rival = best[winner]?.shared ?? -1;
    if (winner !== -1 && (rival === -1 || (rival === 0 && shared > 0))) best[winner] = { key: slide.key, shared };
  }
  return scanned.map((_, i) => given[i] ?? best[i]?.key);
}
