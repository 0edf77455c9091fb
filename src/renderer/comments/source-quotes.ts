import { type EditorState, type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { annotationSet, isSameSet } from '../../core/annotations/annotation-field.ts';
import type { Comment } from '../../core/annotations/comment.ts';
import { commentsOn } from '../../core/annotations/comments/comment-list.ts';
import { quoteInSource } from '../../core/annotations/comments/quoted-text.ts';
import { slideAt, slideIndex } from '../../core/deck/slide-index.ts';

/** Which comment is lit up, and what is to be done when somebody wants to see one. */
export interface CommentLight {
  readonly selected: string | null;
  /** Lights a comment up. */
  readonly select: (id: string) => void;
  /** Shows a comment in the list. */
  readonly open: (id: string) => void;
}

export const setCommentLight = StateEffect.define<CommentLight>();

const light = StateField.define<CommentLight | null>({
  create: () => null,
  update: (value, { effects }) =>
    effects.reduce<CommentLight | null>((last, effect) => (effect.is(setCommentLight) ? effect.value : last), value),
});

/** The words in the source that a comment is about: offsets in the document. */
interface SourceQuote {
  readonly from: number;
  readonly to: number;
  readonly comment: Comment;
}

/** The quotes on the slides between two offsets: of comments that are open, and of the one that is lit up. */
function quotesBetween(state: EditorState, from: number, to: number): readonly SourceQuote[] {
  const index = slideIndex(state);
  const selected = state.field(light)?.selected ?? null;
  const [first, last] = [from, to].map((offset) => index.outline.place(slideAt(index, offset).key));
  return index.slides.slice(first, (last ?? 0) + 1).flatMap((slide) =>
    commentsOn(state, slide.key).flatMap((comment): readonly SourceQuote[] => {
      if (comment.anchor.kind !== 'quote' || (comment.resolved !== null && comment.id !== selected)) return [];
      const found = quoteInSource(state, slide, comment.anchor);
      return found === null ? [] : [{ from: slide.from + found.from, to: slide.from + found.to, comment }];
    }),
  );
}

const quoted = Decoration.mark({ class: 'ui-quoted' });
const quotedLit = Decoration.mark({ class: 'ui-quoted ui-quoted-lit' });

const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
      const isSame =
        isSameSet(annotationSet(startState), annotationSet(state)) && startState.field(light) === state.field(light);
      if (docChanged || viewportChanged || !isSame) this.decorations = decorate(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const selected = state.field(light)?.selected ?? null;
  const ranges = new Map<Comment, Range<Decoration>>();
  for (const { from, to } of visibleRanges)
    for (const quote of quotesBetween(state, from, to))
      ranges.set(quote.comment, (quote.comment.id === selected ? quotedLit : quoted).range(quote.from, quote.to));
  return RangeSet.of([...ranges.values()], true);
}

/** The comment on the words at an offset: the one on the fewest words, where several are. */
function commentAt(state: EditorState, offset: number): SourceQuote | null {
  const around = quotesBetween(state, offset, offset).filter(({ from, to }) => from <= offset && offset <= to);
  return around.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null;
}

const tooltip = hoverTooltip((view, offset): Tooltip | null => {
  const quote = commentAt(view.state, offset);
  if (quote === null) return null;
  const { from, to, comment } = quote;
  return { pos: from, end: to, above: true, create: () => ({ dom: tooltipElement(view, comment) }) };
});

function tooltipElement(view: EditorView, { id, creator, text, replies }: Comment): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'ui-quoted-tip';
  const [who, said, open] = [
    document.createElement('strong'),
    document.createElement('p'),
    document.createElement('button'),
  ];
  const more = replies.length === 0 ? '' : ` · ${replies.length === 1 ? '1 reply' : `${replies.length} replies`}`;
  who.textContent = `${creator === '' ? 'Comment' : creator}${more}`;
  said.textContent = text;
  said.dir = 'auto';
  open.type = 'button';
  open.className = 'ui-quoted-open';
  open.textContent = 'Show comment';
  open.addEventListener('click', () => view.state.field(light)?.open(id));
  dom.append(who, said, open);
  return dom;
}

const clicks = EditorView.domEventHandlers({
  click: (event, view) => {
    const offset = view.posAtCoords(event);
    const quote = offset === null || !view.state.selection.main.empty ? null : commentAt(view.state, offset);
    if (quote !== null) view.state.field(light)?.select(quote.comment.id);
    return false;
  },
});

const looks = EditorView.theme({
  '.ui-quoted': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)',
    borderBottom: '1px solid var(--accent)',
  },
  '.ui-quoted-lit': { backgroundColor: 'color-mix(in srgb, var(--accent) 32%, transparent)' },
  '.ui-quoted-tip': {
    maxWidth: '300px',
    padding: '8px 10px',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-2)',
    lineHeight: '1.45',
  },
  '.ui-quoted-tip p': {
    display: '-webkit-box',
    margin: '2px 0 6px',
    overflow: 'hidden',
    color: 'var(--text-2)',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '4',
  },
  '.ui-quoted-open': {
    padding: '0',
    border: '0',
    background: 'none',
    color: 'var(--accent)',
    font: 'inherit',
    fontWeight: '600',
    cursor: 'pointer',
  },
  '.ui-quoted-open:hover': { textDecoration: 'underline' },
});

/** Marks the words in the source that open comments are about; a click lights the comment up, and the pointer over them reads it. */
export const sourceQuotes: Extension = [light, marks, tooltip, clicks, looks];
