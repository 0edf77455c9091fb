import type { EditorState } from '@codemirror/state';
import { matchSlides, type SlideTrace, traceOf } from '../annotations/likeness.ts';
import { slideBody, slideIndex } from './slide-index.ts';

/**
 * For each slide of `a` the slide of `b` that it became, as an index, or -1. Slides are found by id, by text and by likeness;
 * where as many are left on both sides between two that were found, they are taken for each other in their order, as an
 * edit in their place would have left them.
 */
export function pairSlides(a: EditorState, b: EditorState): readonly number[] {
  const [left, right] = [traces(a), traces(b)];
  const found = [...matchSlides(left, right)];
  const taken = new Set(found);
  for (let i = 0; i < found.length; i++) {
    if (found[i] !== -1) continue;
    let end = i;
    while (end < found.length && found[end] === -1) end++;
    const from = i === 0 ? 0 : (found[i - 1] ?? -1) + 1;
    let to = from;
    while (to < right.length && !taken.has(to)) to++;
    const closed = end === found.length ? to === right.length : found[end] === to;
    if (closed && to - from === end - i) {
      for (let step = 0; step < end - i; step++)
        if (mayBe(left[i + step], right[from + step])) found[i + step] = from + step;
    }
    i = end;
  }
  return found;
}

function traces(deck: EditorState): readonly SlideTrace[] {
  return slideIndex(deck).slides.map((slide) => traceOf(slideBody(deck, slide), slide.attributes.get('id') ?? null));
}

/** A slide that carries another id is another slide. */
function mayBe(a: SlideTrace | undefined, b: SlideTrace | undefined): boolean {
  return a !== undefined && b !== undefined && (a.id === null || b.id === null || a.id === b.id);
}

/** The places in `values` (those of -1 left out) that have to move for the rest to rise: as few as can be. */
export function outOfOrder(values: readonly number[]): ReadonlySet<number> {
  // Patience sorting: `ends[n]` is where the rising run of length n + 1 with the smallest last value ends.
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [place, value] of values.entries()) {
    if (value === -1) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(place, ends[low - 1] ?? -1);
    ends[low] = place;
  }
  const moved = new Set([...values.keys()].filter((place) => values[place] !== -1));
  for (let place = ends.at(-1) ?? -1; place !== -1; place = before.get(place) ?? -1) moved.delete(place);
  return moved;
}
