import type { EditorState, StateCommand, Transaction } from '@codemirror/state';
import { insertSlide } from '../../../core/deck/commands/insert-slide.ts';
import { splitSlide } from '../../../core/deck/commands/split-slide.ts';
import type { BreakKind } from '../../../core/deck/slide.ts';
import { placedSlideAt } from './slide-view.ts';

/** A new slide from what stands behind the caret; where none can begin there, an empty one behind the caret's slide. */
function breakAt(state: EditorState, kind: BreakKind): Transaction | null {
  const { head } = state.selection.main;
  const { slide } = placedSlideAt(state, head);
  const at = Math.min(Math.max(head, slide.from), slide.to);
  return splitSlide(state, at, kind) ?? insertSlide(state, { after: slide.key, break: kind, body: '' });
}

function command(kind: BreakKind): StateCommand {
  return ({ state, dispatch }) => {
    const transaction = state.readOnly ? null : breakAt(state, kind);
    if (transaction === null) return false;
    dispatch(transaction);
    return true;
  };
}

/** Starts a new slide at the caret. */
export const newSlideHere = command('horizontal');

/** Starts a new slide at the caret, below the present one in its stack. */
export const newSlideBelow = command('vertical');
