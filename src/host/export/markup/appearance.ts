import { deflateSync } from 'node:zlib';
import type { PdfFile } from '../pdf-file.ts';
import { pdfNumbers } from './pdf-number.ts';
import type { PdfRectangle } from './slide-place.ts';

/** What an annotation looks like: operators in the page’s own points, and the resources that they name. */
export interface Look {
  readonly operators: string;
  /** A dictionary, such as `<</ExtGState <<…>>>>`. */
  readonly resources?: string;
  /** What of it is shown, where that is not the annotation’s rectangle: it is fitted into that. */
  readonly box?: PdfRectangle;
}

/** Writes an appearance stream (ISO 32000-1, 12.5.5). Returns its number. */
export function writeAppearance(pdf: PdfFile, rectangle: PdfRectangle, look: Look): number {
  const { operators, resources = '<<>>', box = rectangle } = look;
  const number = pdf.reserve();
  const content = Buffer.from(operators, 'latin1');
  const isShort = content.length < 120;
  pdf.writeStream(number, {
    entries: new Map([
      ['Type', '/XObject'],
      ['Subtype', '/Form'],
      ['BBox', pdfNumbers(box)],
      ['Resources', resources],
      ...(isShort ? [] : [['Filter', '/FlateDecode'] as const]),
    ]),
    bytes: isShort ? content : deflateSync(content, { level: 1 }),
  });
  return number;
}
