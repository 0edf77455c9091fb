import type { EditorState } from '@codemirror/state';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { annotations } from '../../core/annotations/annotation-field.ts';
import type { InkStroke } from '../../core/annotations/ink.ts';

const none: readonly InkStroke[] = [];
const grouped = new WeakMap<readonly Annotation[], ReadonlyMap<string, readonly InkStroke[]>>();

/** A slide's ink in drawing order. The list keeps its identity until an annotation of the deck changes. */
export function inkOf(state: EditorState, slide: string): readonly InkStroke[] {
  const all = annotations(state);
  let bySlide = grouped.get(all);
  if (bySlide === undefined) {
    bySlide = group(all);
    grouped.set(all, bySlide);
  }
  return bySlide.get(slide) ?? none;
}

function group(all: readonly Annotation[]): ReadonlyMap<string, readonly InkStroke[]> {
  const bySlide = new Map<string, InkStroke[]>();
  for (const annotation of all) {
    if (annotation.kind !== 'ink') continue;
    const strokes = bySlide.get(annotation.slide);
    if (strokes === undefined) bySlide.set(annotation.slide, [annotation]);
    else strokes.push(annotation);
  }
  return bySlide;
}

/** Whether two lists hold the same strokes: so that new ink on one slide does not redraw the others. */
export function sameInk(a: readonly InkStroke[], b: readonly InkStroke[]): boolean {
  return a === b || (a.length === b.length && a.every((stroke, i) => stroke === b[i]));
}
