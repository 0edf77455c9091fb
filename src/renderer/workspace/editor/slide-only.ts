import {
  EditorSelection,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { Range } from '../../../core/deck/slide.ts';
import { caretSlideLines } from './slide-view.ts';

/** Shows the caret's slide alone, or the whole deck. */
export const showSlideOnly = StateEffect.define<boolean>();

const slideOnlyField = StateField.define<boolean>({
  create: () => false,
  update: (on, { effects }) => effects.reduce((value, effect) => (effect.is(showSlideOnly) ? effect.value : value), on),
});

/** Whether the source shows the caret's slide alone. */
export function isSlideOnly(state: EditorState): boolean {
  return state.field(slideOnlyField, false) ?? false;
}

const hidden = Decoration.replace({ block: true });

/** What is out of sight: the lines in front of the caret's slide, and those behind it. */
function hiddenRanges(state: EditorState): readonly Range[] {
  const { from, to } = caretSlideLines(state);
  const { length } = state.doc;
  return [
    // One empty line alone cannot be hidden, and need not be.
    ...(from > 1 ? [{ from: 0, to: from - 1 }] : []),
    ...(to + 1 < length ? [{ from: to + 1, to: length }] : []),
  ];
}

const hiddenLines = EditorView.decorations.compute([slideOnlyField, 'doc', 'selection'], (state) =>
  isSlideOnly(state)
    ? Decoration.set(hiddenRanges(state).map(({ from, to }) => hidden.range(from, to)))
    : Decoration.none,
);

/** Keeps what is done in the editor to the slide that is in sight; what others do, or a search, may go anywhere. */
function withinSlide(transaction: Transaction): Transaction | readonly [] | readonly [Transaction, object] {
  const { startState } = transaction;
  if (!isSlideOnly(startState)) return transaction;
  const { from, to } = caretSlideLines(startState);
  const typed = ['input', 'delete', 'move'].some((event) => transaction.isUserEvent(event));
  if (typed && transaction.docChanged && !transaction.isUserEvent('input.replace')) {
    let outside = false;
    transaction.changes.iterChangedRanges((fromA, toA) => {
      if (fromA < from || toA > to) outside = true;
    });
    return outside ? [] : transaction;
  }
  const { selection } = transaction;
  if (selection === undefined || !transaction.isUserEvent('select') || transaction.isUserEvent('select.search'))
    return transaction;
  const clamp = (offset: number) => Math.min(Math.max(offset, from), to);
  if (selection.ranges.every((range) => range.from >= from && range.to <= to)) return transaction;
  const ranges = selection.ranges.map((range) => EditorSelection.range(clamp(range.anchor), clamp(range.head)));
  return [transaction, { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }];
}

/** The current slide only: the same state, with the other slides' lines out of sight and out of reach. */
export const slideOnly: Extension = [slideOnlyField, hiddenLines, EditorState.transactionFilter.of(withinSlide)];
