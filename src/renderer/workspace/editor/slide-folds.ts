import { codeFolding, foldEffect, foldedRanges, unfoldEffect } from '@codemirror/language';
import type { EditorState, Extension, StateEffect, TransactionSpec } from '@codemirror/state';
import { type EditorView, gutter, GutterMarker } from '@codemirror/view';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import type { Range } from '../../../core/deck/slide.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import { hiddenParts, hideLongLines, showLongLines } from './long-lines.ts';
import { placedSlideAt } from './slide-view.ts';

/** What a fold stands for, in a few words. */
interface FoldLabel {
  readonly text: string;
  readonly lines: number;
}

/** Folding by slide, or the whole front matter. */
export const slideFolds: Extension = [
  codeFolding({
    preparePlaceholder: (state, range): FoldLabel => ({
      text: foldTitle(state, range),
      lines: state.doc.lineAt(range.to).number - state.doc.lineAt(range.from).number,
    }),
    placeholderDOM: (_view, onclick, { text, lines }: FoldLabel) => {
      const pill = document.createElement('span');
      pill.className = 'ui-fold';
      pill.textContent = `${text === '' ? '' : `${text} · `}${lines} ${lines === 1 ? 'line' : 'lines'}`;
      pill.title = 'Unfold (Ctrl+Shift+])';
      pill.addEventListener('click', onclick);
      return pill;
    },
  }),
  gutter({
    class: 'ui-slide-gutter',
    lineMarker: (view, line) => marker(view.state, line.from),
    lineMarkerChange: (update) =>
      update.docChanged ||
      update.transactions.some(({ effects }) =>
        effects.some((effect) => effect.is(foldEffect) || effect.is(unfoldEffect)),
      ) ||
      foldedRanges(update.startState) !== foldedRanges(update.state),
    initialSpacer: () => new SlideMarker('00.0', false),
    domEventHandlers: {
      mousedown: (_view, _line, event) => {
        // The caret stays where it is.
        event.preventDefault();
        return true;
      },
      click: (view, line) => toggleFold(view, line.from),
    },
  }),
];

/** The number of a slide beside its first line; pressing it folds the slide. */
class SlideMarker extends GutterMarker {
  readonly label: string;
  readonly folded: boolean;

  constructor(label: string, folded: boolean) {
    super();
    this.label = label;
    this.folded = folded;
  }

  override eq(other: SlideMarker): boolean {
    return this.label === other.label && this.folded === other.folded;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.folded ? 'ui-slide-marker ui-slide-marker-folded' : 'ui-slide-marker';
    mark.textContent = this.label;
    return mark;
  }
}

function marker(state: EditorState, lineFrom: number): GutterMarker | null {
  const front = slideIndex(state).frontMatter;
  if (front !== null && lineFrom < front.to) {
    return state.doc.lineAt(front.from).from === lineFrom
      ? new SlideMarker('–', isFolded(state, frontRange(state)))
      : null;
  }
  const { slide } = placedSlideAt(state, lineFrom);
  return slide.from === lineFrom
    ? new SlideMarker(slideLabelOf(slideIndex(state), slide.key), isFolded(state, foldRange(state, slide)))
    : null;
}

/** What folding a slide hides: all but its first line, with it where that says attributes only; `null` for a line alone. */
function foldRange(state: EditorState, slide: Range): Range | null {
  const line = state.doc.lineAt(slide.from);
  if (line.to >= slide.to) return null;
  return { from: line.text.startsWith('<!--') ? slide.from : line.to, to: slide.to };
}

function frontRange(state: EditorState): Range | null {
  const front = slideIndex(state).frontMatter;
  if (front === null) return null;
  const { to } = state.doc.lineAt(front.from);
  return { from: to, to: state.doc.lineAt(Math.max(front.yamlTo, to + 1)).to };
}

/** What can be folded at an offset: the slide there, or the front matter. */
function rangeAt(state: EditorState, offset: number): Range | null {
  return offset < slideIndex(state).head.to ? frontRange(state) : foldRange(state, placedSlideAt(state, offset).slide);
}

function isFolded(state: EditorState, range: Range | null): boolean {
  let found = false;
  if (range !== null)
    foldedRanges(state).between(range.from, range.to, (from, to) => {
      if (from === range.from && to === range.to) found = true;
    });
  return found;
}

/** Unfolds whatever is folded within a range. */
function unfoldIn(state: EditorState, { from, to }: Range): readonly StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(from, to, (a, b) => void effects.push(unfoldEffect.of({ from: a, to: b })));
  return effects;
}

function foldTitle(state: EditorState, range: Range): string {
  if (range.from < slideIndex(state).head.to) return deckSettings(state).settings.title ?? 'front matter';
  const line = state.doc.lineAt(range.from);
  // Where the first line is a heading that stays, it says what is folded.
  return line.text.startsWith('#') && line.to === range.from
    ? ''
    : slideTitle(state, placedSlideAt(state, line.from).slide);
}

function toggleFold(view: EditorView, offset: number): boolean {
  const range = rangeAt(view.state, offset);
  if (range === null) return false;
  return isFolded(view.state, range) ? unfold(view, range) : fold(view, range);
}

function fold(view: EditorView, range: Range): boolean {
  const { head } = view.state.selection.main;
  view.dispatch({
    // A caret within would unfold it at once.
    ...(head > range.from && head <= range.to ? { selection: { anchor: range.from } } : {}),
    effects: foldEffect.of(range),
  });
  return true;
}

function unfold(view: EditorView, range: Range): boolean {
  const effects = unfoldIn(view.state, range);
  if (effects.length === 0) return false;
  view.dispatch({ effects });
  return true;
}

/** Folds the slide that the caret is in, or the front matter; first of all, its long lines where they are shown. */
export function foldSlide(view: EditorView): boolean {
  const { state } = view;
  const { head } = state.selection.main;
  const effects = hideLongLines(state, placedSlideAt(state, head).slide);
  if (effects.length > 0) {
    view.dispatch({ effects });
    return true;
  }
  const range = rangeAt(state, head);
  return range !== null && !isFolded(state, range) && fold(view, range);
}

/** Unfolds the slide that the caret is in, or the front matter; if it is not folded, its long lines. */
export function unfoldSlide(view: EditorView): boolean {
  const { state } = view;
  const { head } = state.selection.main;
  const range = rangeAt(state, head);
  if (range !== null && unfold(view, range)) return true;
  const effects = showLongLines(state, placedSlideAt(state, head).slide);
  if (effects.length > 0) view.dispatch({ effects });
  return effects.length > 0;
}

/** Effects that fold all slides and the front matter; the caret goes to where it stays visible. */
export function foldAllSlides(state: EditorState): TransactionSpec {
  const { slides } = slideIndex(state);
  const ranges = [frontRange(state), ...slides.map((slide) => foldRange(state, slide))].filter(
    (range) => range !== null,
  );
  const { head } = state.selection.main;
  const over = ranges.find((range) => head > range.from && head <= range.to);
  return {
    ...(over === undefined ? {} : { selection: { anchor: over.from } }),
    effects: ranges.flatMap((range) => (isFolded(state, range) ? [] : [foldEffect.of(range)])),
  };
}

/** Effects that unfold everything. */
export function unfoldAllSlides(state: EditorState): TransactionSpec {
  const whole = { from: 0, to: state.doc.length };
  return { effects: [...unfoldIn(state, whole), ...showLongLines(state, whole)] };
}

/** A deck as it is first shown: its front matter folded to one line, the caret in its first slide. */
export function readyToWrite(state: EditorState): EditorState {
  const range = frontRange(state);
  if (range === null) return state;
  return state.update({
    selection: { anchor: slideIndex(state).slides[0]?.from ?? 0 },
    effects: foldEffect.of(range),
  }).state;
}

/** Whether a slide is folded, or part of a long line hidden; the front matter does not count. */
export function hasFoldedSlides(state: EditorState): boolean {
  const { head } = slideIndex(state);
  let found = hiddenParts(state).length > 0;
  foldedRanges(state).between(head.to, state.doc.length, () => {
    found = true;
    return false;
  });
  return found;
}
