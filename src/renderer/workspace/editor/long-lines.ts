import {
  type ChangeDesc,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { Range } from '../../../core/deck/slide.ts';

/** Characters of a line up to which all of it is shown: the editor draws such a line as a whole, and may do so with longer ones. */
export const lineLimit = 20_000;
/** Characters of a longer line that stay in sight: at its start, which says what it is, at its end, and on either side of a caret. */
const head = 200;
const tail = 100;
const beside = 300;
/** Fewer characters are not worth hiding. */
const least = 1000;
/**
 * So many more are shown at a time. The editor draws all that comes into a line before it sees how high the line has become, and
 * ten million characters would take it seconds.
 */
const step = 10_000;

interface LongLines {
  /** What is out of sight, in order. */
  readonly hidden: readonly Range[];
  /** Whether more has been shown of what was hidden. */
  readonly isShown: boolean;
}

const mapped = ({ from, to }: Range, changes: ChangeDesc): Range => ({
  from: changes.mapPos(from, 1),
  to: changes.mapPos(to, -1),
});

/** Shows more of what is hidden in a range. */
const show = StateEffect.define<Range>({ map: mapped });
/** Shows what is hidden right beside an offset. */
const showBeside = StateEffect.define<number>({ map: (offset, changes) => changes.mapPos(offset) });
/** Hides the middle of the long lines in a range. */
const hide = StateEffect.define<Range>({ map: mapped });

/**
 * Which parts of long lines are out of sight. That is no part of the text: what is searched, replaced, copied and saved is
 * whole. Hidden is what is long when a deck is opened, and what comes in one go, such as the data of a picture that is pasted;
 * never what is being typed. Where a caret comes to be, the text around it shows.
 */
const longLines = StateField.define<LongLines>({
  create: (state) => ({
    hidden: openedWithin(middles(state.doc, { from: 0, to: state.doc.length }), carets(state)),
    isShown: false,
  }),
  update(before, transaction) {
    const { state, changes, docChanged, selection, effects } = transaction;
    let { hidden, isShown } = before;
    if (docChanged) {
      if (hidden.length > 0) hidden = hidden.map((part) => mapped(part, changes)).filter(({ from, to }) => from < to);
      changes.iterChanges((_fromA, _toA, from, to) => {
        if (to - from > lineLimit) hidden = hiddenIn(hidden, state.doc, { from, to });
      });
    }
    for (const effect of effects) {
      if (effect.is(show)) {
        hidden = withMoreShown(hidden, effect.value);
        isShown = true;
      } else if (effect.is(showBeside)) hidden = openedAt(hidden, effect.value, effect.value);
      else if (effect.is(hide)) hidden = hiddenIn(hidden, state.doc, effect.value);
    }
    if (hidden.length > 0 && (selection !== undefined || hidden !== before.hidden))
      hidden = openedWithin(hidden, carets(state));
    return hidden === before.hidden && isShown === before.isShown ? before : { hidden, isShown };
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) => decorations(state.field(field).hidden)),
    EditorView.atomicRanges.of(({ state }) => decorations(state.field(field).hidden)),
  ],
});

/** What is to be hidden of the long lines that a range touches: what of it lies in their middle. */
function middles(doc: Text, { from, to }: Range): readonly Range[] {
  const found: Range[] = [];
  if (doc.length <= lineLimit) return found;
  let start = doc.lineAt(from).from;
  for (const lines = doc.iterRange(start, doc.lineAt(to).to); !lines.next().done; start += lines.value.length) {
    if (lines.lineBreak || lines.value.length <= lineLimit) continue;
    const part = { from: Math.max(start + head, from), to: Math.min(start + lines.value.length - tail, to) };
    if (part.to - part.from >= least) found.push(part);
  }
  return found;
}

function hiddenIn(hidden: readonly Range[], doc: Text, range: Range): readonly Range[] {
  return [...without(hidden, range), ...middles(doc, range)].toSorted((a, b) => a.from - b.from);
}

/** The parts that a range does not reach into. */
function without(hidden: readonly Range[], range: Range): readonly Range[] {
  return hidden.filter((part) => !isTouched(part, range));
}

function isTouched(part: Range, { from, to }: Range): boolean {
  return part.to > from && part.from < to;
}

/** The parts, with those in a range begun further on. */
function withMoreShown(hidden: readonly Range[], range: Range): readonly Range[] {
  return hidden.flatMap((part) => {
    if (!isTouched(part, range)) return [part];
    return part.to - part.from < step + least ? [] : [{ from: part.from + step, to: part.to }];
  });
}

function carets({ selection }: EditorState): readonly number[] {
  return selection.ranges.flatMap((range) => (range.empty ? [range.head] : [range.anchor, range.head]));
}

/** The parts without what lies around some offsets, where these are hidden. */
function openedWithin(hidden: readonly Range[], offsets: readonly number[]): readonly Range[] {
  return offsets.reduce((left, offset) => openedAt(left, offset - 1, offset + 1), hidden);
}

/** The parts without what lies around a place, where it touches one. */
function openedAt(hidden: readonly Range[], from: number, to: number): readonly Range[] {
  if (!hidden.some((part) => part.from <= from && part.to >= to)) return hidden;
  return hidden.flatMap((part) => {
    if (part.from > from || part.to < to) return [part];
    const rest = [
      { from: part.from, to: from - beside },
      { from: to + beside, to: part.to },
    ];
    return rest.filter((range) => range.to - range.from >= least);
  });
}

class HiddenWidget extends WidgetType {
  readonly #length: number;

  constructor(length: number) {
    super();
    this.#length = length;
  }

  override eq(other: HiddenWidget): boolean {
    return this.#length === other.#length;
  }

  override toDOM(view: EditorView): HTMLElement {
    const pill = document.createElement('span');
    pill.className = 'ui-fold';
    pill.textContent = hiddenText(this.#length);
    const more = this.#length < step + least ? 'them' : `${step.toLocaleString('en')} of them`;
    // Where nothing can be written there are no keys for it.
    pill.title = view.state.facet(EditorView.editable) ? `Show ${more} (Ctrl+Shift+])` : `Show ${more}`;
    pill.addEventListener('click', (event) => {
      const from = view.posAtDOM(pill);
      view.dispatch({ effects: show.of({ from, to: from + this.#length }) });
      event.preventDefault();
    });
    return pill;
  }
}

function decorations(hidden: readonly Range[]): ReturnType<typeof Decoration.set> {
  if (hidden.length === 0) return Decoration.none;
  return Decoration.set(
    hidden.map(({ from, to }) => Decoration.replace({ widget: new HiddenWidget(to - from) }).range(from, to)),
  );
}

/** How much is hidden, in words. */
export function hiddenText(characters: number): string {
  const count = characters < 999_950 ? characters.toLocaleString('en') : `${(characters / 1e6).toFixed(1)} million`;
  return `${count} characters more`;
}

/** What would be deleted unseen, by one key beside it, is shown instead; whoever means it presses the key again. */
function showBeforeDeletion(transaction: Transaction): Transaction | TransactionSpec {
  const { startState, changes } = transaction;
  const hidden = startState.field(longLines, false)?.hidden ?? [];
  const isKey = transaction.isUserEvent('delete.backward') || transaction.isUserEvent('delete.forward');
  if (hidden.length === 0 || !isKey || startState.selection.ranges.some(({ empty }) => !empty)) return transaction;
  const places: number[] = [];
  changes.iterChangedRanges((from, to) => {
    if (hidden.some((part) => isTouched(part, { from, to })))
      places.push(...carets(startState).filter((caret) => caret >= from && caret <= to));
  });
  return places.length === 0 ? transaction : { effects: places.map((place) => showBeside.of(place)) };
}

/** Hides the middle of lines that are far too long to be read, such as the data of a picture; {@link longLines} says when. */
export const hiddenMiddles: Extension = [longLines, EditorState.transactionFilter.of(showBeforeDeletion)];

/** The parts of long lines that are out of sight. */
export function hiddenParts(state: EditorState): readonly Range[] {
  return state.field(longLines, false)?.hidden ?? [];
}

/** Effects that show more of what is hidden in a range; none where nothing is. */
export function showLongLines(state: EditorState, range: Range): readonly StateEffect<unknown>[] {
  return hiddenParts(state).some((part) => isTouched(part, range)) ? [show.of(range)] : [];
}

/** Effects that hide the middle of the long lines in a range again; none where nothing more would be hidden. */
export function hideLongLines(state: EditorState, range: Range): readonly StateEffect<unknown>[] {
  if (state.field(longLines, false)?.isShown !== true) return [];
  const effect = hide.of(range);
  const size = (parts: readonly Range[]): number => parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return size(hiddenParts(state.update({ effects: effect }).state)) > size(hiddenParts(state)) ? [effect] : [];
}
