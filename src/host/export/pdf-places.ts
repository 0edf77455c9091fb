import type { PdfFile } from './pdf-file.ts';
import { arrayItems, parseDictionary, type PdfDictionary, referenceTo } from './pdf-values.ts';

/** Where something begins in a document. */
export interface PdfPlace {
  /** Index of the page, from 0. */
  readonly page: number;
  /** Of its upper left corner, in points from the page’s lower left one. */
  readonly left: number;
  readonly top: number;
}

/**
 * Where the elements of the print page that links name have come to be, by id. The page links to all whose place is wanted, out
 * of sight: how many pages notes take is the browser’s affair.
 */
export function readPlaces(pdf: PdfFile): ReadonlyMap<string, PdfPlace> {
  const pages = new Map(pdf.pages.map((number, index) => [number, index]));
  const places = new Map<string, PdfPlace>();
  for (const [name, value] of destinations(pdf)) {
    const [page = '', , left = '', top = ''] = arrayItems(value);
    const index = pages.get(referenceTo(page) ?? 0);
    if (index !== undefined) places.set(readName(name), { page: index, left: Number(left), top: Number(top) });
  }
  return places;
}

function destinations(pdf: PdfFile): PdfDictionary {
  const number = referenceTo(pdf.catalog.get('Dests'));
  return number === null ? parseDictionary(pdf.catalog.get('Dests') ?? '<<>>') : pdf.dictionary(number);
}

/** A name’s characters: those that names may not hold are written as `#` and two digits. */
function readName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
