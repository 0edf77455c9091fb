import { invertedEffects } from '@codemirror/commands';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { changedList, type ListChange, listChange, type Listed } from './list-change.ts';

/** A list in the deck's state that undo and redo know of. */
export interface ListedField<T> {
  readonly extension: (items: readonly T[]) => Extension;
  readonly of: (state: EditorState) => readonly T[];
  /** What makes the list another one; nothing where it is that already. What is the same object in both stays untouched. */
  readonly become: (state: EditorState, wanted: readonly T[]) => readonly StateEffect<unknown>[];
}

/** Makes a field. Its items name places in the deck by key, so they follow those without being touched. */
export function listedField<T extends Listed>(): ListedField<T> {
  const change = StateEffect.define<ListChange<T>>();
  const field = StateField.define<readonly T[]>({
    create: () => [],
    update: (list, { effects }) =>
      effects.reduce((changed, effect) => (effect.is(change) ? changedList(changed, effect.value) : changed), list),
  });
  const become = (from: readonly T[], wanted: readonly T[]): readonly StateEffect<unknown>[] => {
    const difference = listChange(from, wanted);
    return difference === null ? [] : [change.of(difference)];
  };
  const invert = invertedEffects.of(({ startState, state, effects }) =>
    // What really changed is what has to be taken back, whatever the effects were made for.
    effects.some((effect) => effect.is(change)) ? become(state.field(field), startState.field(field)) : [],
  );
  return {
    extension: (items) => [field.init(() => items), invert],
    of: (state) => state.field(field),
    become: (state, wanted) => become(state.field(field), wanted),
  };
}
