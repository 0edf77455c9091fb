import { redoDepth, undoDepth } from '@codemirror/commands';
import { type EditorState, StateField, Transaction } from '@codemirror/state';
import { joinedName, stepName } from './step-name.ts';

/** The names of the history's steps, the oldest first: one for each step that can be taken back or done again. */
export interface StepNames {
  readonly done: readonly string[];
  /** The one to do again next is the last. */
  readonly undone: readonly string[];
}

const none: StepNames = { done: [], undone: [] };

/**
 * Follows the history's own bookkeeping from how many steps it says there are: it alone decides what joins a step, what is
 * dropped, and how many steps are kept.
 */
export const stepNamesField = StateField.define<StepNames>({
  create: () => none,
  update(names, transaction) {
    const before = { done: undoDepth(transaction.startState), undone: redoDepth(transaction.startState) };
    const after = { done: undoDepth(transaction.state), undone: redoDepth(transaction.state) };
    if (transaction.isUserEvent('undo')) return travelled(names.done, names.undone, before.undone, after, false);
    if (transaction.isUserEvent('redo')) return travelled(names.undone, names.done, before.done, after, true);
    if (transaction.annotation(Transaction.addToHistory) === false) {
      // A change from elsewhere can make steps meaningless; the history drops them from the near end.
      return sized(names, { done: names.done.slice(0, after.done), undone: names.undone.slice(0, after.undone) });
    }
    if (after.done !== before.done) {
      // A step more; or fewer, where the oldest ones were let go to make room for it.
      return { done: [...names.done, stepName(transaction)].slice(-after.done), undone: [] };
    }
    if (!transaction.docChanged) return sized(names, { ...names, undone: names.undone.slice(0, after.undone) });
    const last = names.done.at(-1) ?? '';
    const joined = joinedName(last, stepName(transaction));
    if (joined === last && names.undone.length === 0) return names;
    return { done: [...names.done.slice(0, -1), joined], undone: [] };
  },
});

/** One step went from one branch to the other, which may have kept none of it. */
function travelled(
  from: readonly string[],
  to: readonly string[],
  depth: number,
  after: { readonly done: number; readonly undone: number },
  forward: boolean,
): StepNames {
  const [left, right] = forward ? [after.undone, after.done] : [after.done, after.undone];
  const name = from.at(-1);
  const grown = right === depth || name === undefined ? to : [...to, name];
  const rest = from.slice(0, left);
  const other = right === 0 ? [] : grown.slice(-right);
  return forward ? { done: other, undone: rest } : { done: rest, undone: other };
}

/** The same object where nothing is different, so that views need not look again. */
function sized(names: StepNames, next: StepNames): StepNames {
  return next.done.length === names.done.length && next.undone.length === names.undone.length ? names : next;
}

/** The steps of a deck's history by name. */
export function stepNames(state: EditorState): StepNames {
  return state.field(stepNamesField);
}
