import { deflateSync } from 'node:zlib';
import { nameText, type SlideName } from '../../../core/annotations/sidecar/slide-list.ts';
import type { PdfFile } from '../pdf-file.ts';
import { dateString, dictionary, parseDictionary, textString } from '../pdf-values.ts';
import { pdfNumbers } from './pdf-number.ts';
import type { SlidePlace } from './slide-place.ts';

/**
 * What a document says to Lectern alone, as page-piece dictionaries (ISO 32000-1, 14.5), which other programs keep: on each
 * page which slides stand where, and in the catalogue what lay on them. Of a slide, no word is in it that the page does not show.
 */
export interface SlideRecord {
  readonly name: SlideName;
  readonly place: SlidePlace;
}

/** The slide’s size in slide units. */
type Size = { readonly width: number; readonly height: number };

/** What a page says of the slides on it. */
export function pagePiece(slides: readonly SlideRecord[], size: Size, date: Date): string {
  const listed = slides.map(({ name, place: { left, top, scale } }) =>
    dictionary([
      ['Slide', textString(`{${nameText(name)}}`)],
      ['Place', pdfNumbers([left, top])],
      // In millionths: over a whole slide, a thousandth would be a unit.
      ['Scale', scale.toFixed(6)],
      ['Size', pdfNumbers([size.width, size.height])],
    ]),
  );
  return piece(`<</Slides [${listed.join('\n')}]>>`, date);
}

/** Puts what lay on the slides into the catalogue. `collection` is as `exportedText` makes it. */
export function recordCollection(pdf: PdfFile, catalog: Map<string, string>, collection: string, date: Date): void {
  const number = pdf.reserve();
  pdf.writeStream(number, {
    entries: new Map([['Filter', '/FlateDecode']]),
    bytes: deflateSync(Buffer.from(collection, 'utf8'), { level: 1 }),
  });
  const pieces = new Map(parseDictionary(catalog.get('PieceInfo') ?? '<<>>'));
  for (const [key, value] of parseDictionary(piece(`${number} 0 R`, date))) pieces.set(key, value);
  catalog.set('PieceInfo', dictionary(pieces));
}

function piece(value: string, date: Date): string {
  return `<</Lectern <</LastModified ${dateString(date)}\n/Private ${value}>>>>`;
}
