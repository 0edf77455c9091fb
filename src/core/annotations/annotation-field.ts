import type { EditorState, Extension, StateEffect } from '@codemirror/state';
import type { Annotation } from './annotation.ts';
import { type Layer, withDefaultLayer } from './layer.ts';
import { listedField } from './listed-field.ts';

const annotationList = listedField<Annotation>();
const layerList = listedField<Layer>();

/** The annotations of a deck and the layers that they lie on. */
export interface AnnotationSet {
  /** In drawing order: later ones lie on top. */
  readonly annotations: readonly Annotation[];
  /** In drawing order, the default layer among them. */
  readonly layers: readonly Layer[];
}

/** The annotations' part of a deck's state. They name slides by key, so they follow their slides without being touched. */
export function annotationFields({ annotations: all, layers: sheets }: AnnotationSet): Extension {
  return [annotationList.extension(all), layerList.extension(withDefaultLayer(sheets))];
}

/** A deck's annotations and layers. */
export function annotationSet(state: EditorState): AnnotationSet {
  return { annotations: annotations(state), layers: layers(state) };
}

/** Whether two sets are one and the same: nothing was changed in between. */
export function isSameSet(a: AnnotationSet, b: AnnotationSet): boolean {
  return a.annotations === b.annotations && a.layers === b.layers;
}

/** All annotations, in drawing order within their layers. */
export function annotations(state: EditorState): readonly Annotation[] {
  return annotationList.of(state);
}

/** All layers, in drawing order; the default one is always there. */
export function layers(state: EditorState): readonly Layer[] {
  return layerList.of(state);
}

/**
 * The effects that give a deck other annotations, other layers, or both; none where it has them already. What is the same
 * object before and after stays untouched.
 */
export function becomeAnnotations(state: EditorState, wanted: Partial<AnnotationSet>): readonly StateEffect<unknown>[] {
  return [
    ...(wanted.annotations === undefined ? [] : annotationList.become(state, wanted.annotations)),
    ...(wanted.layers === undefined ? [] : layerList.become(state, withDefaultLayer(wanted.layers))),
  ];
}
