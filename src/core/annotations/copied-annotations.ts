import type { EditorState } from '@codemirror/state';
import { annotations, type AnnotationSet, layers } from './annotation-field.ts';
import type { Annotation } from './annotation.ts';
import type { Comment } from './comment.ts';
import type { Drawing } from './drawing/drawing.ts';
import { layerOf } from './slide-annotations.ts';

/** Names an annotation or a layer: an IRI such as `urn:uuid:…` that nothing else has. */
export type NewId = () => string;

/** What can be copied: what another program wrote names itself in ways that are not known here. */
export type Copyable = Drawing | Comment;

export function isCopyable(annotation: Annotation): annotation is Copyable {
  return annotation.kind !== 'foreign';
}

/** The same annotation on another slide, under an id of its own; so are the replies of a comment. */
export function copyOf<T extends Copyable>(annotation: T, slide: string, newId: NewId): T {
  const { lastSlide: _, ...rest } = annotation;
  const id = newId();
  const replies =
    annotation.kind === 'comment' ? { replies: annotation.replies.map((reply) => ({ ...reply, id: newId() })) } : {};
  // What is left out is optional: what is left is of the kind that was given.
  return { ...rest, ...replies, id, slide } as unknown as T;
}

/** What is on some slides, by slide key, hidden layers included, with the layers that it lies on. */
export function takenFrom(
  state: EditorState,
  slides: ReadonlySet<string>,
): { readonly bySlide: ReadonlyMap<string, readonly Copyable[]>; readonly layers: AnnotationSet['layers'] } {
  const bySlide = new Map<string, Copyable[]>();
  const used = new Set<string>();
  for (const annotation of annotations(state)) {
    if (!slides.has(annotation.slide) || !isCopyable(annotation)) continue;
    used.add(layerOf(state, annotation).id);
    const list = bySlide.get(annotation.slide);
    if (list === undefined) bySlide.set(annotation.slide, [annotation]);
    else list.push(annotation);
  }
  return { bySlide, layers: layers(state).filter(({ id }) => used.has(id)) };
}
