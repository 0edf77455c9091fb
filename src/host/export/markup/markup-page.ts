import type { PdfFile } from '../pdf-file.ts';
import { dateString, textString } from '../pdf-values.ts';
import { type Look, writeAppearance } from './appearance.ts';
import { pdfNumbers } from './pdf-number.ts';
import type { PdfRectangle, SlidePlace } from './slide-place.ts';

/** What every annotation says of itself. */
export interface MarkupFacts {
  readonly id: string;
  /** '' where nobody was named. */
  readonly creator: string;
  /** ISO 8601. */
  readonly created: string;
  readonly modified?: string;
  readonly contents: string;
}

/** Of annotations (ISO 32000-1, 12.5.3): printed; and for signs, as large and upright however the page is shown. */
const flags = { print: 4, sign: 4 + 8 + 16 } as const;

/** The annotations of one slide, as they are written. */
export class MarkupPage {
  /** Object numbers, in the order of writing. */
  readonly numbers: number[] = [];
  readonly #pdf: PdfFile;
  readonly #place: SlidePlace;
  readonly #keyOf: (count: number) => number;

  /** @param keyOf the key in the structure tree of the annotation that so many were written before */
  constructor(pdf: PdfFile, place: SlidePlace, keyOf: (count: number) => number) {
    this.#pdf = pdf;
    this.#place = place;
    this.#keyOf = keyOf;
  }

  /** Writes an annotation, and returns its object number. */
  write(
    { id, creator, created, modified, contents }: MarkupFacts,
    rectangle: PdfRectangle,
    entries: readonly (readonly [key: string, value: string])[],
    look: Look,
    isSign = false,
  ): number {
    const number = this.#pdf.reserve();
    const appearance = writeAppearance(this.#pdf, rectangle, look);
    const [made, changed] = [pdfDate(created), pdfDate(modified ?? created)];
    this.#pdf.write(number, [
      ['Type', '/Annot'],
      ...entries,
      ['Rect', pdfNumbers(rectangle)],
      ['P', `${this.#place.page} 0 R`],
      ['F', String(isSign ? flags.sign : flags.print)],
      ['NM', textString(id)],
      ...(creator === '' ? [] : ([['T', textString(creator)]] as const)),
      // PDF/UA-1 asks for a description of each.
      ['Contents', textString(contents === '' ? 'Comment' : contents)],
      ...(made === null ? [] : ([['CreationDate', made]] as const)),
      ...(changed === null ? [] : ([['M', changed]] as const)),
      // Where it was when it was written, and on which slide of the page: by that it is told whether somebody moved it.
      ['Lectern', `<</Rect ${pdfNumbers(rectangle)}\n/Slide ${this.#place.onPage}>>`],
      ['AP', `<</N ${appearance} 0 R>>`],
      ['StructParent', String(this.#keyOf(this.numbers.length))],
    ]);
    this.numbers.push(number);
    return number;
  }
}

/** `null` for what is no time. */
function pdfDate(iso: string): string | null {
  const date = new Date(iso);
  const year = Number.isNaN(date.getTime()) ? -1 : date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? dateString(date) : null;
}
