import type { EditorState } from '@codemirror/state';
import { deckText } from '../../deck/deck-state.ts';
import { deckSettings } from '../../deck/front-matter.ts';
import { slideBody, slideIndex } from '../../deck/slide-index.ts';
import { slideTraces } from '../../deck/slide-traces.ts';
import type { Comment } from '../comment.ts';
import { shownText } from '../comments/quoted-text.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { fingerprint, type SlideTrace, traceLength } from '../likeness.ts';
import { collectionText } from '../sidecar/collection-text.ts';
import { itemLines } from '../sidecar/item-text.ts';
import { lostText, nameText, type SlideName, slideNames } from '../sidecar/slide-list.ts';

/**
 * By what a deck’s slides are found again from a document that shows them: no word of their notes, or of anything else that
 * is not seen, is in it.
 */
export function shownTraces(state: EditorState): readonly SlideTrace[] {
  const separator = deckSettings(state).settings.notesSeparator;
  const traces = slideTraces(state);
  return slideIndex(state).slides.map((slide, i) => ({
    id: traces[i]?.id ?? null,
    fingerprint: traces[i]?.fingerprint ?? '',
    text: shownText(slideBody(state, slide), separator).slice(0, traceLength),
    number: i + 1,
  }));
}

/** A slide of a document that people are to mark. */
export interface ExportedSlide {
  /** Of the deck, from 1 in file order. */
  readonly number: number;
  /** What names it among the slides of the document. */
  readonly name: SlideName;
  readonly trace: SlideTrace;
}

/** The slides of a document, in its order. `numbers` are those that they have in the deck. */
export function exportedSlides(state: EditorState, numbers: readonly number[]): readonly ExportedSlide[] {
  const all = shownTraces(state);
  const traces = numbers.flatMap((number) => all[number - 1] ?? []);
  return slideNames(traces).flatMap((name, i) => {
    const [number, trace] = [numbers[i], traces[i]];
    return number === undefined || trace === undefined ? [] : [{ number, name, trace }];
  });
}

/** What lies on a slide of a document. */
export interface ExportedAnnotation {
  readonly annotation: Drawing | Comment;
  readonly slide: SlideName;
}

/** What of a deck’s annotations a document shows, as a collection: what is changed in the document is told by it. */
export function exportedText(
  state: EditorState,
  slides: readonly ExportedSlide[],
  shown: readonly ExportedAnnotation[],
): string {
  return collectionText({
    deck: fingerprint(deckText(state)),
    slides: slides.map(({ trace }) => lostText(trace)),
    items: shown.flatMap(({ annotation, slide }) => itemLines(bare(annotation), nameText(slide))),
  });
}

/** An annotation without what other programs wrote into it, which nobody sees. */
function bare(annotation: Drawing | Comment): Drawing | Comment {
  const { unknown: _, lastSlide: __, ...own } = annotation;
  if (own.kind !== 'comment') return own;
  return { ...own, replies: own.replies.map(({ unknown: ___, ...reply }) => reply) };
}
