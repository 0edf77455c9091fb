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
  /** The operators, packed, where that has been done already. */
  readonly packed?: Uint8Array;
}

/** Operators that are shorter than this are written as they are. */
const short = 120;

/** The look with its operators packed. */
export function packed(look: Look): Look {
  return look.operators.length < short ? look : { ...look, packed: pack(look.operators) };
}

function pack(operators: string): Uint8Array {
  return deflateSync(Buffer.from(operators, 'latin1'), { level: 1 });
}

/** Writes an appearance stream (ISO 32000-1, 12.5.5). Returns its number. */
export function writeAppearance(pdf: PdfFile, rectangle: PdfRectangle, look: Look): number {
  const { operators, resources = '<<>>', box = rectangle } = look;
  const number = pdf.reserve();
  const isShort = operators.length < short;
  pdf.writeStream(number, {
    entries: new Map([
      ['Type', '/XObject'],
      ['Subtype', '/Form'],
      ['BBox', pdfNumbers(box)],
      ['Resources', resources],
      ...(isShort ? [] : [['Filter', '/FlateDecode'] as const]),
    ]),
    bytes: isShort ? Buffer.from(operators, 'latin1') : (look.packed ?? pack(operators)),
  });
  return number;
}
