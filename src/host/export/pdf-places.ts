import type { PageMark } from '../../core/export/page-marks.ts';
import type { PdfFile } from './pdf-file.ts';
import { arrayItems, parseDictionary, type PdfDictionary, referenceTo } from './pdf-values.ts';

/** Where something begins in a document. */
export interface PdfPlace {
  /** Its name as the file has it. */
  readonly raw: string;
  /** Index of the page, from 0. */
  readonly page: number;
  /** Of its upper left corner, in points from the page’s lower left one. */
  readonly left: number;
  readonly top: number;
}

/** Something that stands on a page, and its upper left corner there. */
export type PlacedMark = PageMark & PdfPlace;

/**
 * Where the elements of the print page that links name have come to be, by id. The page links to all whose place is wanted, out
 * of sight: how many pages notes take is the browser’s affair.
 */
export function readPlaces(pdf: PdfFile): ReadonlyMap<string, PdfPlace> {
  const pages = new Map(pdf.pages.map((number, index) => [number, index]));
  const places = new Map<string, PdfPlace>();
  for (const [raw, value] of destinations(pdf)) {
    const [page = '', , left = '', top = ''] = arrayItems(value);
    const index = pages.get(referenceTo(page) ?? 0);
    if (index !== undefined) places.set(readName(raw), { raw, page: index, left: Number(left), top: Number(top) });
  }
  return places;
}

/** The names of all places, as the catalogue has them. Of those that several files have the first is meant. */
function destinations(pdf: PdfFile): PdfDictionary {
  const all = pdf.catalogs.map((catalog) => {
    const number = referenceTo(catalog.get('Dests'));
    return number === null ? parseDictionary(catalog.get('Dests') ?? '<<>>') : pdf.dictionary(number);
  });
  return new Map(all.toReversed().flatMap((entries) => [...entries]));
}

/** The same, taken out of the file: the catalogue is to have them. */
export function takeDestinations(pdf: PdfFile): PdfDictionary {
  const all = destinations(pdf);
  for (const catalog of pdf.catalogs) {
    const number = referenceTo(catalog.get('Dests'));
    if (number !== null) pdf.remove(number);
  }
  return all;
}

/** A name’s characters: those that names may not hold are written as `#` and two digits. */
function readName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
