import { fingerprint } from '../../core/annotations/likeness.ts';
import type { PdfDictionary } from '../export/pdf-values.ts';
import { numberOf, type PdfReader } from './pdf-reader.ts';
import { pdfText, pdfTime } from './pdf-text.ts';

/** Left, bottom, right, top, in points. */
export type Rectangle = readonly [number, number, number, number];

/** An annotation of a PDF as it is there. */
export interface PageMark {
  /** Its object number; -1 for one that stands within the page. */
  readonly number: number;
  /** Index of its page, from 0. */
  readonly page: number;
  /** Such as `Ink`. */
  readonly subtype: string;
  readonly entries: PdfDictionary;
  /** An IRI: what it is called, or what stands for that. */
  readonly id: string;
  readonly author: string;
  readonly contents: string;
  /** ISO 8601. */
  readonly created: string;
  readonly modified: string;
  readonly rectangle: Rectangle;
  /** Of what Lectern put there: whether it is still there, and on which slide of the page that was, from 0. */
  readonly origin: { readonly isUnmoved: boolean; readonly slide: number } | null;
  /** Object number of what it answers, or belongs to; `null` for one that stands for itself. */
  readonly parent: number | null;
}

/** What belongs to the page, or to another annotation. */
const noMarks = new Set(['Popup', 'Link', 'Widget', 'PrinterMark', 'TrapNet', 'Watermark']);

/** Of annotations (ISO 32000-1, 12.5.3): they are not there for anybody. */
const hiddenFlag = 2;

/** More than one page has. */
const mostOnPage = 20_000;

/** How far something may be off its place that nobody moved: programs round, in points. */
const still = 0.6;

/** The annotations on a page that people put there. */
export function pageMarks(pdf: PdfReader, page: number, index: number): readonly PageMark[] {
  const list = pdf.array(pdf.dictionary(`${page} 0 R`).get('Annots')).slice(0, mostOnPage);
  return list.flatMap((value): readonly PageMark[] => {
    const entries = pdf.dictionary(value);
    const subtype = pdf.resolve(entries.get('Subtype')).slice(1);
    if (subtype === '' || noMarks.has(subtype)) return [];
    const isAnswer = entries.has('IRT');
    if (!isAnswer && (pdf.number(entries.get('F') ?? '0') & hiddenFlag) !== 0) return [];
    const rectangle = rectangleOf(pdf, entries.get('Rect'));
    if (rectangle === null) return [];
    const text = (key: string): string => pdfText(pdf.resolve(entries.get(key)));
    const time = (key: string): string | null => pdfTime(pdf.resolve(entries.get(key)));
    const contents = text('Contents');
    const created = time('CreationDate') ?? time('M') ?? '';
    return [
      {
        number: numberOf(value) ?? -1,
        page: index,
        subtype,
        entries,
        id: idOf(text('NM'), JSON.stringify([index, subtype, rectangle, contents, text('T'), created])),
        author: text('T'),
        contents,
        created,
        modified: time('M') ?? created,
        rectangle,
        origin: originOf(pdf, entries, rectangle),
        parent: numberOf(entries.get('IRT')),
      },
    ];
  });
}

function originOf(pdf: PdfReader, entries: PdfDictionary, rectangle: Rectangle): PageMark['origin'] {
  const noted = pdf.dictionary(entries.get('Lectern'));
  const before = rectangleOf(pdf, noted.get('Rect'));
  if (before === null) return null;
  const isUnmoved = before.every((side, i) => Math.abs(side - (rectangle[i] ?? 0)) < still);
  return { isUnmoved, slide: pdf.number(noted.get('Slide') ?? '0') };
}

function rectangleOf(pdf: PdfReader, value: string | undefined): Rectangle | null {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = pdf.numbers(value);
  if (![a, b, c, d].every(Number.isFinite)) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** @param otherwise what it is known by that has no name */
function idOf(name: string, otherwise: string): string {
  if (name.startsWith('urn:') && name.length < 1000) return name;
  if (/^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(name))
    return `urn:uuid:${name.replace(/[{}]/g, '').toLowerCase()}`;
  return `urn:lectern:pdf:${fingerprint(name === '' ? otherwise : name)}`;
}
