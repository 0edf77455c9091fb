/** Reads what people put on a PDF that Lectern exported, with whatever program. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDrawing } from '../../core/annotations/drawing/drawing.ts';
import type { LeftOutMark, Review } from '../../core/annotations/review/review.ts';
import { collectionText } from '../../core/annotations/sidecar/collection-text.ts';
import { itemLines } from '../../core/annotations/sidecar/item-text.ts';
import { Failure } from '../../core/failure.ts';
import { readFailure } from '../file-failure.ts';
import { exportedCollection, type ExportedRecord } from './exported-record.ts';
import { markedWords } from './marked-words.ts';
import { type PageMark, pageMarks } from './page-mark.ts';
import { type PageSlide, pageSlides } from './page-slides.ts';
import { PdfReader } from './pdf-reader.ts';
import { noSlides, notReadable, protectedFile, tooLarge } from './review-problems.ts';
import { annotationsOf, type MarkContext, placeOf } from './slide-annotations-of.ts';
import { isAnswer, markThreads } from './threads-of-marks.ts';

/** Most bytes of a PDF that are read. */
export const largestReview = 256 * 1024 * 1024;

/** Reads a reviewed PDF. Throws a Failure: `missing`, `unreadable`, `too-large`, `not-a-file`, `refused` (it is protected). */
export async function readReviewFile(path: string): Promise<Review> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > largestReview) throw tooLarge(path, size, largestReview);
    bytes = await readFile(path);
  } catch (error) {
    throw readFailure(error, path);
  }
  return readReview(path, bytes);
}

/** As {@link readReviewFile}, of the bytes of a file; `path` stands in failures. */
export async function readReview(path: string, bytes: Uint8Array): Promise<Review> {
  try {
    const pdf = PdfReader.read(bytes);
    if (pdf.isEncrypted) throw protectedFile(path);
    return await reviewOf(path, pdf, bytes);
  } catch (error) {
    if (error instanceof Failure || !(error instanceof RangeError)) throw error;
    throw notReadable(path, error);
  }
}

async function reviewOf(path: string, pdf: PdfReader, bytes: Uint8Array): Promise<Review> {
  const pages = pdf.pages();
  const slides = pages.map((page) => pageSlides(pdf, page));
  if (slides.every(({ length }) => length === 0)) throw noSlides(path, pages.length);
  const marks = pages.flatMap((page, i) => pageMarks(pdf, page, i));
  const context = { pdf, threads: markThreads(pdf, marks), words: await markedWords(bytes, marks) };
  const answers = isAnswer(pdf);
  const items: string[] = [];
  const leftOut: LeftOutMark[] = [];
  for (const mark of marks) {
    if (answers(mark)) continue;
    const found = itemsOf(mark, slides[mark.page] ?? [], context);
    if (typeof found === 'string') leftOut.push(leftOutMark(mark, found));
    else items.push(...found);
  }
  const record = exportedCollection(pdf, new Set(slides.flat().map(({ name }) => name)));
  return {
    name: basename(path),
    collection: collectionText({ deck: '', slides: slideEntries(slides.flat(), record), items }),
    exported: record?.text ?? null,
    leftOut,
  };
}

/** A mark’s lines of the collection, or why it has none. */
function itemsOf(
  mark: PageMark,
  slides: readonly PageSlide[],
  context: MarkContext,
): readonly string[] | LeftOutMark['reason'] {
  const place = placeOf(mark, slides);
  if (place === null) return 'no-slide';
  const annotations = annotationsOf(mark, place, context);
  if (annotations.length === 0) return 'kind';
  if (place.isBeside && annotations.some(isDrawing)) return 'no-slide';
  return annotations.flatMap((annotation) => itemLines(annotation, place.slide.name));
}

function leftOutMark({ page, subtype, author, contents }: PageMark, reason: LeftOutMark['reason']): LeftOutMark {
  return { page: page + 1, kind: subtype, author, text: contents, reason };
}

/** What is known of the slides: what the document recorded, else what its pages say. */
function slideEntries(slides: readonly PageSlide[], record: ExportedRecord | null): readonly string[] {
  return record?.slides ?? [...new Set(slides.map(({ name }) => `{${name}}`))];
}
