import type { ScannedSlide } from './slide-scan.ts';
import type { Slide } from './slide.ts';

/** Slides whose keys may be inherited, with their ranges mapped to the new text. */
export interface KeySource {
  readonly slides: readonly Slide[];
  readonly nextKey: number;
}

/**
 * Gives scanned slides keys. Where as many slides are there as before, each keeps its place's key: somebody typed in them.
 * Otherwise each old key goes to the slide that holds most of its text, and what is left gets new keys.
 */
export function inheritKeys(
  source: KeySource,
  scanned: readonly ScannedSlide[],
): { readonly slides: readonly Slide[]; readonly nextKey: number } {
  let nextKey = source.nextKey;
  const keys =
    source.slides.length === scanned.length
      ? source.slides.map((slide) => slide.key)
      : keysByOverlap(source.slides, scanned);
  const slides = scanned.map(({ from, to, break: kind, attributes }, i): Slide => ({
    key: keys[i] ?? `s${nextKey++}`,
    from,
    to,
    break: kind,
    attributes,
  }));
  return { slides, nextKey };
}

function keysByOverlap(old: readonly Slide[], scanned: readonly ScannedSlide[]): readonly (string | undefined)[] {
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
      if (overlap > shared) {
        winner = i;
        shared = overlap;
      }
    }
    if (winner !== -1 && (best[winner]?.shared ?? -1) < shared) best[winner] = { key: slide.key, shared };
  }
  return scanned.map((_, i) => best[i]?.key);
}
