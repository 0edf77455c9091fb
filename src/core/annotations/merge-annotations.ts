import type { AnnotationSet } from './annotation-field.ts';
import type { Annotation } from './annotation.ts';
import type { Layer } from './layer.ts';
import { saysTheSame } from './sidecar/item-text.ts';
import { layerJson } from './sidecar/layer-json.ts';

export interface MergedAnnotations extends AnnotationSet {
  /** How many annotations and layers were changed on both sides: mine are kept. */
  readonly clashes: number;
}

/**
 * Merges two edits of a deck's annotations and layers by their ids: what one side added is there, what one side took away and
 * the other left as it was is gone. A layer stays as long as something lies on it.
 */
export function mergeAnnotations(base: AnnotationSet, mine: AnnotationSet, theirs: AnnotationSet): MergedAnnotations {
  const merged = mergeLists(base.annotations, mine.annotations, theirs.annotations, saysTheSame);
  const used = new Set(merged.items.map((each) => (each.kind === 'foreign' ? '' : each.layer)));
  const sheets = mergeLists(base.layers, mine.layers, theirs.layers, isSameLayer, used);
  return { annotations: merged.items, layers: sheets.items, clashes: merged.clashes + sheets.clashes };
}

/**
 * What is wanted, with those that are present already and say the same in place of their like: they keep their identity, and
 * so their place in the history; and their slide, where that was not found for their like.
 */
export function settled(present: AnnotationSet, wanted: AnnotationSet): AnnotationSet {
  return {
    annotations: settledList(
      present.annotations,
      wanted.annotations,
      (there, each) => (each.slide === '' || each.slide === there.slide) && saysTheSame(there, each),
    ),
    layers: settledList(present.layers, wanted.layers, isSameLayer),
  };
}

function isSameLayer(a: Layer, b: Layer): boolean {
  return a === b || JSON.stringify(layerJson(a)) === JSON.stringify(layerJson(b));
}

function settledList<T extends Annotation | Layer>(
  present: readonly T[],
  wanted: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  const known = new Map(present.map((each) => [each.id, each]));
  return wanted.map((each) => {
    const there = known.get(each.id);
    return there !== undefined && isSame(there, each) ? there : each;
  });
}

function mergeLists<T extends { readonly id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  isSame: (a: T, b: T) => boolean,
  needed: ReadonlySet<string> = new Set(),
): { readonly items: readonly T[]; readonly clashes: number } {
  const [old, own, other] = [base, mine, theirs].map((list) => new Map(list.map((each) => [each.id, each])));
  const merged: T[] = [];
  let clashes = 0;
  for (const each of mine) {
    const [was, their] = [old?.get(each.id), other?.get(each.id)];
    const untouched = was !== undefined && isSame(was, each);
    if (their === undefined && untouched && !needed.has(each.id)) continue;
    const clash = !untouched && was !== undefined && (their === undefined || !isSame(their, was));
    if (clash && (their === undefined || !isSame(their, each))) clashes++;
    merged.push(untouched && their !== undefined && !isSame(their, each) ? their : each);
  }
  for (const each of theirs) {
    if (own?.has(each.id) === true) continue;
    const was = old?.get(each.id);
    if (was !== undefined && isSame(was, each) && !needed.has(each.id)) continue;
    merged.push(each);
  }
  return { items: merged, clashes };
}
