import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../deck/slide-index.ts';
import { annotations, layers } from './annotation-field.ts';
import type { Annotation } from './annotation.ts';
import { type Drawing, isDrawing } from './drawing/drawing.ts';
import { defaultLayer, defaultLayerId, type Layer } from './layer.ts';

type BySlide = ReadonlyMap<string, readonly Annotation[]>;

/** The annotations of each slide that can be seen, by its key. A deck's annotations are grouped once for each change of them. */
const grouped = new WeakMap<readonly Annotation[], { readonly layers: readonly Layer[]; readonly shown: BySlide }>();
const drawings = new WeakMap<readonly Annotation[], readonly Drawing[]>();
const none: readonly never[] = [];

/** The layer that an annotation lies on. What names a layer that is not there lies on the default one. */
export function layerOf(state: EditorState, annotation: Annotation): Layer {
  const id = annotation.kind === 'foreign' ? defaultLayerId : annotation.layer;
  const all = layers(state);
  return all.find((layer) => layer.id === id) ?? all.find((layer) => layer.id === defaultLayerId) ?? defaultLayer;
}

/** Whether an annotation may be changed: its layer is not locked. */
export function isFree(state: EditorState, annotation: Annotation): boolean {
  return !layerOf(state, annotation).locked;
}

/** Whether an annotation's slide is in the deck. What has none waits for it, or for somebody to put it on another. */
export function isPlaced(state: EditorState, { slide }: Annotation): boolean {
  return slideIndex(state).outline.place(slide) >= 0;
}

/** The annotations of a slide whose layer is not hidden: layer by layer, each in drawing order. */
export function shownOn(state: EditorState, slide: string): readonly Annotation[] {
  const [all, sheets] = [annotations(state), layers(state)];
  let known = grouped.get(all);
  if (known?.layers !== sheets) {
    known = { layers: sheets, shown: group(all, sheets) };
    grouped.set(all, known);
  }
  return known.shown.get(slide) ?? none;
}

/** What is drawn on a slide, the lowest first. The list keeps its identity until an annotation or a layer of the deck changes. */
export function drawingsOn(state: EditorState, slide: string): readonly Drawing[] {
  const shown = shownOn(state, slide);
  let found = drawings.get(shown);
  if (found === undefined) {
    found = shown.filter(isDrawing);
    drawings.set(shown, found);
  }
  return found;
}

function group(all: readonly Annotation[], sheets: readonly Layer[]): BySlide {
  const lowest = sheets.findIndex(({ id }) => id === defaultLayerId);
  const places = new Map(sheets.map(({ id }, i) => [id, i]));
  const placeOf = (annotation: Annotation) =>
    annotation.kind === 'foreign' ? lowest : (places.get(annotation.layer) ?? lowest);
  const bySlide = new Map<string, Annotation[]>();
  for (const annotation of all) {
    if (sheets[placeOf(annotation)]?.hidden === true) continue;
    const list = bySlide.get(annotation.slide);
    if (list === undefined) bySlide.set(annotation.slide, [annotation]);
    else list.push(annotation);
  }
  if (sheets.length > 1) for (const list of bySlide.values()) list.sort((a, b) => placeOf(a) - placeOf(b));
  return bySlide;
}
