import type { EditorState, Transaction } from '@codemirror/state';
import { annotations } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { isDrawing, isHighlight } from '../drawing/drawing.ts';
import { isFree, layerOf } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/** To the top or the bottom of the others, or past the next one. */
export type OrderMove = 'front' | 'back' | 'forward' | 'backward';

/**
 * Moves drawings in the order in which they lie on one another, among those of their slide and their layer; highlighters
 * among highlighters, since they lie under the others in any case. Drawings that are moved keep their order.
 * @returns `null` where they lie so already
 */
export function orderAnnotations(state: EditorState, ids: Iterable<string>, move: OrderMove): Transaction | null {
  const wanted = new Set(ids);
  const next = [...annotations(state)];
  const sheets = new Map<string, number[]>();
  for (const [place, each] of next.entries()) {
    if (!isDrawing(each) || !isFree(state, each)) continue;
    const name = JSON.stringify([each.slide, layerOf(state, each).id, isHighlight(each)]);
    const places = sheets.get(name);
    if (places === undefined) sheets.set(name, [place]);
    else places.push(place);
  }
  for (const places of sheets.values()) {
    const lying = places.flatMap((place) => next[place] ?? []);
    if (!lying.some(({ id }) => wanted.has(id))) continue;
    for (const [i, each] of reordered(lying, wanted, move).entries()) next[places[i] ?? -1] = each;
  }
  return annotationStep(state, { annotations: next }, 'annotation.order');
}

function reordered(lying: readonly Annotation[], wanted: ReadonlySet<string>, move: OrderMove): readonly Annotation[] {
  const moved = lying.filter(({ id }) => wanted.has(id));
  const others = lying.filter(({ id }) => !wanted.has(id));
  if (move === 'front') return [...others, ...moved];
  if (move === 'back') return [...moved, ...others];
  // One step is past the next one that stays; those that push against each other move as one.
  const order = move === 'forward' ? lying.toReversed() : [...lying];
  for (let i = 1; i < order.length; i++) {
    const [before, each] = [order[i - 1], order[i]];
    if (before === undefined || each === undefined) continue;
    if (wanted.has(each.id) && !wanted.has(before.id)) [order[i - 1], order[i]] = [each, before];
  }
  return move === 'forward' ? order.toReversed() : order;
}
