import type { Area, Point } from '../../core/annotations/drawing/geometry.ts';
import { roundedCoordinate } from '../../core/annotations/drawing/geometry.ts';
import type { PdfReader } from './pdf-reader.ts';
import { pdfText } from './pdf-text.ts';

/** A slide on a page, as the page says; see `slide-record.ts`. */
export interface PageSlide {
  /** What names it among the slides of the document: JSON without its braces. */
  readonly name: string;
  /** Of its upper left corner, in points. */
  readonly left: number;
  readonly top: number;
  /** Points to a slide unit. */
  readonly scale: number;
  /** Its size, in slide units. */
  readonly width: number;
  readonly height: number;
}

/** The slides that stand on a page; none where it says nothing. */
export function pageSlides(pdf: PdfReader, page: number): readonly PageSlide[] {
  const pieces = pdf.dictionary(pdf.dictionary(`${page} 0 R`).get('PieceInfo'));
  const own = pdf.dictionary(pdf.dictionary(pieces.get('Lectern')).get('Private'));
  return pdf.array(own.get('Slides')).flatMap((value): readonly PageSlide[] => {
    const entries = pdf.dictionary(value);
    const [left = Number.NaN, top = Number.NaN] = pdf.numbers(entries.get('Place'));
    const [width = Number.NaN, height = Number.NaN] = pdf.numbers(entries.get('Size'));
    const scale = pdf.number(entries.get('Scale'));
    const name = nameIn(pdfText(pdf.resolve(entries.get('Slide'))));
    const isWhole = name !== null && [left, top, scale, width, height].every(Number.isFinite) && scale > 0;
    return isWhole ? [{ name, left, top, scale, width, height }] : [];
  });
}

function nameIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? JSON.stringify(value).slice(1, -1) : null;
  } catch {
    return null;
  }
}

/** A place on a page as one on a slide. */
export function onSlide({ left, top, scale }: PageSlide, x: number, y: number): Point {
  return { x: roundedCoordinate((x - left) / scale), y: roundedCoordinate((top - y) / scale) };
}

/** A rectangle on a page as an area of a slide. */
export function areaOnSlide(
  slide: PageSlide,
  [left, bottom, right, top]: readonly [number, number, number, number],
): Area {
  const extent = (points: number): number => Math.round((points / slide.scale) * 100) / 100;
  return { ...onSlide(slide, left, top), width: extent(right - left), height: extent(top - bottom) };
}
