import { invertedEffects, isolateHistory } from '@codemirror/commands';
import { type EditorState, type Extension, StateEffect, StateField, Transaction } from '@codemirror/state';
import type { Annotation } from './annotation.ts';
import type { InkStroke } from './ink.ts';

interface Placed {
  readonly annotation: Annotation;
  /** Its place in the drawing order: later ones lie on top. */
  readonly at: number;
}

const add = StateEffect.define<readonly Placed[]>();
const remove = StateEffect.define<readonly string[]>();

const field = StateField.define<readonly Annotation[]>({
  create: () => [],
  update(annotations, transaction) {
    let current = annotations;
    for (const effect of transaction.effects) {
      if (effect.is(add)) current = insert(current, effect.value);
      if (effect.is(remove)) {
        const gone = new Set(effect.value);
        current = current.filter(({ id }) => !gone.has(id));
      }
    }
    return current;
  },
});

function insert(annotations: readonly Annotation[], placed: readonly Placed[]): readonly Annotation[] {
  const all = [...annotations];
  for (const { annotation, at } of placed) all.splice(at, 0, annotation);
  return all;
}

const invert = invertedEffects.of((transaction) =>
  transaction.effects.flatMap((effect): readonly StateEffect<unknown>[] => {
    if (effect.is(add)) return [remove.of(effect.value.map(({ annotation }) => annotation.id))];
    if (!effect.is(remove)) return [];
    const before = transaction.startState.field(field);
    const gone = new Set(effect.value);
    const placed = before.flatMap((annotation, at) => (gone.has(annotation.id) ? [{ annotation, at }] : []));
    return [add.of(placed)];
  }),
);

/** The annotations' part of a deck's state. They name slides by key, so they follow their slides without being touched. */
export const annotationField = {
  init: (create: () => readonly Annotation[]): Extension => [field.init(create), invert],
};

/** All annotations, in drawing order. */
export function annotations(state: EditorState): readonly Annotation[] {
  return state.field(field);
}

/** A slide's ink, in drawing order. */
export function slideInk(state: EditorState, slide: string): readonly InkStroke[] {
  return annotations(state).filter(
    (annotation): annotation is InkStroke => annotation.kind === 'ink' && annotation.slide === slide,
  );
}

/** Puts an annotation on top of the others: one undo step. */
export function addAnnotation(state: EditorState, annotation: Annotation): Transaction {
  return state.update({
    effects: add.of([{ annotation, at: annotations(state).length }]),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('annotation.add')],
  });
}

/** Takes annotations away: one undo step. `null` where none of them is there. */
export function removeAnnotations(state: EditorState, ids: readonly string[]): Transaction | null {
  const wanted = new Set(ids);
  const there = annotations(state).flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  if (there.length === 0) return null;
  return state.update({
    effects: remove.of(there),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('annotation.remove')],
  });
}
