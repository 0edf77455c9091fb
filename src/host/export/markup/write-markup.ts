/** Writes drawings and comments as annotations of a PDF, which other programs show, change and answer. */
import type { Comment } from '../../../core/annotations/comment.ts';
import type { Area } from '../../../core/annotations/drawing/geometry.ts';
import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import type { PageLayout } from '../../../core/export/page-layout.ts';
import type { MarkedSlide, PrintMarkup } from '../../../core/export/print-plan.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PlacedMark } from '../pdf-places.ts';
import { references } from '../pdf-values.ts';
import type { Look } from './appearance.ts';
import { signEntries, signLook, wordEntries, wordLook } from './comment-entries.ts';
import { drawingEntries, opacityOf, subjectOf } from './drawing-entries.ts';
import { MarkupPage } from './markup-page.ts';
import type { MarkupTag } from './markup-tags.ts';
import { pagePiece, recordCollection } from './slide-record.ts';
import type { PreparedLooks } from './prepared-looks.ts';
import { type SlidePlace, slidePlaces } from './slide-place.ts';

/** What is to be written, and where it goes. */
export interface Markup extends PrintMarkup {
  readonly layout: PageLayout;
  /** Of a slide, in slide units. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where the words stand that comments are about, by the ids of the comments. */
  readonly quotes: ReadonlyMap<string, readonly Area[]>;
  readonly date: Date;
  readonly looks: PreparedLooks;
}

/** The document on its way. */
interface MarkupTarget {
  readonly pdf: PdfFile;
  readonly catalog: Map<string, string>;
  readonly marks: readonly PlacedMark[];
  /** What labels look like, by their ids. */
  readonly labelLooks: ReadonlyMap<string, Look>;
}

/** Writes all annotations; their tags are still to be written. */
export function writeMarkup({ pdf, catalog, marks, labelLooks }: MarkupTarget, markup: Markup): readonly MarkupTag[] {
  const places = slidePlaces(pdf, marks, markup.layout, markup.size.width);
  const onPages = Map.groupBy(
    markup.slides.flatMap((slide) => {
      const place = places.get(slide.number);
      return place === undefined ? [] : [{ slide, place, name: slide.name }];
    }),
    ({ place }) => place.page,
  );
  // Each page, drawing and annotation has a key of its own below the number of objects.
  const firstKey = pdf.size;
  const tags: MarkupTag[] = [];
  for (const [page, slides] of onPages) {
    const numbers: number[] = [];
    for (const { slide, place } of slides) {
      const written = new MarkupPage(pdf, place, (number) => firstKey + tags.length + number);
      for (const drawing of slide.drawings) writeDrawing(written, drawing, place, markup, labelLooks);
      writeComments(written, slide, place, markup);
      for (const number of written.numbers) tags.push({ number, page, onPage: place.onPage });
      numbers.push(...written.numbers);
    }
    const entries = new Map(pdf.dictionary(page));
    if (numbers.length > 0) {
      const all = [...references(entries.get('Annots') ?? ''), ...numbers];
      entries.set('Annots', `[${all.map((number) => `${number} 0 R`).join(' ')}]`).set('Tabs', '/S');
    }
    pdf.write(page, entries.set('PieceInfo', pagePiece(slides, markup.size, markup.date)));
  }
  recordCollection(pdf, catalog, markup.collection, markup.date);
  return tags;
}

function writeDrawing(
  page: MarkupPage,
  drawing: Drawing,
  place: SlidePlace,
  { onDark, looks }: Markup,
  labelLooks: ReadonlyMap<string, Look>,
): void {
  const { rectangle, entries, contents } = drawingEntries(drawing, place);
  const look = labelLooks.get(drawing.id) ?? looks.at(drawing, place, onDark);
  page.write({ ...drawing, contents }, rectangle, [...entries, ...opacityOf(drawing), subjectOf(drawing)], look);
}

function writeComments(page: MarkupPage, { comments }: MarkedSlide, place: SlidePlace, markup: Markup): void {
  let corner = 0;
  for (const comment of comments) {
    const boxes = markup.quotes.get(comment.id) ?? [];
    const { rectangle, entries, contents } =
      boxes.length > 0
        ? wordEntries(comment, place, boxes)
        : signEntries(comment, place, markup.size, comment.anchor.kind === 'point' ? 0 : corner++);
    const look = boxes.length > 0 ? wordLook(place, boxes, markup.onDark) : signLook(rectangle);
    const number = page.write({ ...comment, contents }, rectangle, entries, look, boxes.length === 0);
    writeThread(page, comment, number, rectangle);
  }
}

/** Answers are annotations of their own that are shown with what they answer: on the page they draw nothing. */
function writeThread(page: MarkupPage, comment: Comment, to: number, rectangle: SlideRectangle): void {
  const answer = [
    ['Subtype', '/Text'],
    ['Name', '/Comment'],
    ['IRT', `${to} 0 R`],
    ['RT', '/R'],
  ] as const;
  for (const reply of comment.replies) page.write({ ...reply, contents: reply.text }, rectangle, answer, nothing, true);
  if (comment.resolved === null) return;
  const { by, at } = comment.resolved;
  const contents = by === '' ? 'Resolved' : `Resolved by ${by}`;
  page.write(
    { id: `${comment.id}#resolved`, creator: by, created: at, contents },
    rectangle,
    [...answer, ['StateModel', '(Review)'], ['State', '(Completed)']],
    nothing,
    true,
  );
}

type SlideRectangle = ReturnType<typeof wordEntries>['rectangle'];

const nothing: Look = { operators: '' };
