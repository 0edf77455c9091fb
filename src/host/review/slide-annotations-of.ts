import { defaultLayerId } from '../../core/annotations/layer.ts';
import type { Comment } from '../../core/annotations/comment.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { commentFrom, type MarkPlace, noteOn } from './comment-from-mark.ts';
import { drawingsFrom, type FieldsOf } from './drawing-from-mark.ts';
import type { PageMark } from './page-mark.ts';
import type { PageSlide } from './page-slides.ts';
import type { PdfReader } from './pdf-reader.ts';
import { type MarkThread, noThread } from './threads-of-marks.ts';

/** What else is known of the marks of a document. */
export interface MarkContext {
  readonly pdf: PdfReader;
  readonly words: ReadonlyMap<number, string>;
  readonly threads: ReadonlyMap<number, MarkThread>;
}

/** What Lectern says of drawings, for those who do not see them: nobody said it. */
const ownWords = /^(?:Pen stroke|Highlight|Line|Arrow|Rectangle|Ellipse), \S/;

/** What a mark is among a deck’s annotations: drawings, a comment, or both. Nothing for what is like nothing there. */
export function annotationsOf(mark: PageMark, place: MarkPlace, context: MarkContext): readonly (Drawing | Comment)[] {
  const { pdf, words, threads } = context;
  const thread = threads.get(mark.number) ?? noThread;
  const fields: FieldsOf = (part = 1) => ({
    id: part === 1 ? mark.id : `${mark.id}#${part}`,
    slide: '',
    layer: defaultLayerId,
    creator: mark.author,
    created: mark.created,
    ...(mark.modified === mark.created ? {} : { modified: mark.modified }),
  });
  const drawings = drawingsFrom(pdf, mark, place.slide, fields);
  const [first] = drawings;
  if (first !== undefined) {
    const isOurs = mark.origin !== null && ownWords.test(mark.contents);
    const contents = first.kind === 'label' || isOurs ? '' : mark.contents;
    const note = noteOn(first, mark, place.slide, contents, thread);
    return note === null ? drawings : [...drawings, note];
  }
  const comment = commentFrom(mark, place, fields, words.get(mark.number) ?? '', thread);
  return comment === null ? [] : [comment];
}

/** The slide on a page that a mark stands on, or stands next to; `null` on a page without slides. */
export function placeOf(
  { rectangle: [left, bottom, right, top], origin }: PageMark,
  slides: readonly PageSlide[],
): MarkPlace | null {
  const known = origin?.isUnmoved === true ? slides[origin.slide] : undefined;
  if (known !== undefined) return { slide: known, isBeside: false };
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  let nearest: { readonly slide: PageSlide; readonly away: number } | null = null;
  for (const slide of slides) {
    const [to, down] = [slide.left + slide.width * slide.scale, slide.top - slide.height * slide.scale];
    const away = Math.hypot(Math.max(slide.left - x, x - to, 0), Math.max(down - y, y - slide.top, 0));
    if (nearest === null || away < nearest.away) nearest = { slide, away };
  }
  if (nearest === null) return null;
  const { slide, away } = nearest;
  const overlaps =
    left < slide.left + slide.width * slide.scale &&
    right > slide.left &&
    bottom < slide.top &&
    top > slide.top - slide.height * slide.scale;
  return { slide, isBeside: away > 0 && !overlaps };
}
