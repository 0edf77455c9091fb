import type { EditorState } from '@codemirror/state';
import { matchSlides, type SlideTrace } from '../annotations/likeness.ts';
import { slideTraces } from './slide-traces.ts';

/**
 * For each slide of `a` the slide of `b` that it became, as an index, or -1. Slides are found by id, by text and by likeness;
 * where as many are left on both sides between two that were found, they are taken for each other in their order, as an
 * edit in their place would have left them.
 */
export function pairSlides(a: EditorState, b: EditorState): readonly number[] {
  const [left, right] = [slideTraces(a), slideTraces(b)];
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

/** A slide that carries another id is another slide. */
function mayBe(a: SlideTrace | undefined, b: SlideTrace | undefined): boolean {
  return a !== undefined && b !== undefined && (a.id === null || b.id === null || a.id === b.id);
}
