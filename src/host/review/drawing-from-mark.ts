import type { AnnotationFields } from '../../core/annotations/annotation-fields.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { type Point, roundedCoordinate } from '../../core/annotations/drawing/geometry.ts';
import type { InkPoint } from '../../core/annotations/drawing/ink.ts';
import { largestLetters, smallestLetters } from '../../core/annotations/drawing/transform.ts';
import { wrapLabel } from '../../core/annotations/drawing/wrap-label.ts';
import type { PageMark } from './page-mark.ts';
import { areaOnSlide, onSlide, type PageSlide } from './page-slides.ts';
import type { PdfReader } from './pdf-reader.ts';
import { pdfText } from './pdf-text.ts';

/** What every annotation of ours has; `part` counts what one mark became, from 1. */
export type FieldsOf = (part?: number) => AnnotationFields;

/** The drawings that a mark is on a slide: several where it was drawn in several strokes. None where it is no drawing. */
export function drawingsFrom(pdf: PdfReader, mark: PageMark, slide: PageSlide, fields: FieldsOf): readonly Drawing[] {
  const { entries } = mark;
  const color = colorOf(pdf.numbers(entries.get('C'))) ?? '#d92020';
  const width = Math.min(1000, Math.max(0.5, hundredths(borderWidth(pdf, mark) / slide.scale)));
  const at = (x: number, y: number): Point => onSlide(slide, x, y);
  switch (mark.subtype) {
    case 'Ink':
      return pdf.array(entries.get('InkList')).flatMap((list, i): readonly Drawing[] => {
        const points = pairs(pdf.numbers(list)).map(([x, y]) => at(x, y));
        const tool = isHighlighter(pdf, mark) ? 'highlighter' : 'pen';
        return points.length === 0
          ? []
          : [{ kind: 'ink', ...fields(i + 1), tool, points: inkPoints(points), color, width }];
      });
    case 'PolyLine':
    case 'Polygon': {
      const corners = pairs(pdf.numbers(entries.get('Vertices'))).map(([x, y]) => at(x, y));
      const [first] = corners;
      if (first === undefined) return [];
      const closed = mark.subtype === 'Polygon' ? [...corners, first] : corners;
      return [{ kind: 'ink', ...fields(), tool: 'pen', points: inkPoints(alongEdges(closed)), color, width }];
    }
    case 'Line': {
      const [a, b, c, d] = pdf.numbers(entries.get('L'));
      if (
        a === undefined ||
        b === undefined ||
        c === undefined ||
        d === undefined ||
        ![a, b, c, d].every(Number.isFinite)
      )
        return [];
      const [start, end] = pdf.array(entries.get('LE')).map((value) => /Arrow/.test(pdf.resolve(value)));
      const ends = start === true && end !== true ? [at(c, d), at(a, b)] : [at(a, b), at(c, d)];
      const [from = at(a, b), to = at(c, d)] = ends;
      return [{ kind: 'line', ...fields(), from, to, arrow: start === true || end === true, color, width }];
    }
    case 'Square':
    case 'Circle': {
      const half = borderWidth(pdf, mark) / 2;
      const inner = within(mark, pdf.numbers(entries.get('RD')), half);
      const kind = mark.subtype === 'Square' ? 'rectangle' : 'ellipse';
      return [{ kind, ...fields(), ...areaOnSlide(slide, inner), color, strokeWidth: width }];
    }
    case 'FreeText':
      return labelFrom(pdf, mark, slide, fields);
    default:
      return [];
  }
}

function labelFrom(pdf: PdfReader, mark: PageMark, slide: PageSlide, fields: FieldsOf): readonly Drawing[] {
  if (mark.contents.trim() === '') return [];
  const { entries } = mark;
  const style = `${pdfText(pdf.resolve(entries.get('DA')))} `;
  const points = Number(/([\d.]+)\s+Tf\b/.exec(style)?.[1] ?? 0) || 12;
  const [, r, g, b] = /([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+rg\b/.exec(style) ?? [];
  const grey = /([\d.]+)\s+g\b/.exec(style)?.[1];
  const color =
    colorOf([r, g, b].flatMap((part) => part ?? []).map(Number)) ?? colorOf(grey === undefined ? [] : [Number(grey)]);
  const size = Math.max(smallestLetters, Math.min(largestLetters, hundredths(points / slide.scale)));
  const area = areaOnSlide(slide, within(mark, pdf.numbers(entries.get('RD')), 0));
  // What Lectern wrote has its line ends; others break lines at the edge of their box.
  const text = mark.origin !== null ? mark.contents : wrapLabel(mark.contents, size, area.width);
  return [{ kind: 'label', ...fields(), x: area.x, y: area.y, text, color: color ?? '#16181d', size }];
}

function borderWidth(pdf: PdfReader, { entries }: PageMark): number {
  const style = pdf.number(pdf.dictionary(entries.get('BS')).get('W'));
  if (style > 0) return style;
  const border = pdf.numbers(entries.get('Border'))[2] ?? Number.NaN;
  return border > 0 ? border : 1;
}

/** A highlighter lets what is below it through. */
function isHighlighter(pdf: PdfReader, { entries }: PageMark): boolean {
  return pdf.resolve(entries.get('IT')) === '/InkHighlight' || pdf.number(entries.get('CA')) < 0.8;
}

/** A mark’s rectangle without what is free at its sides, and so much less on each. */
function within(
  { rectangle }: PageMark,
  free: readonly number[],
  less: number,
): readonly [number, number, number, number] {
  const [left = 0, top = 0, right = 0, bottom = 0] = free.map((side) => (Number.isFinite(side) ? side : 0));
  const [x, y, to, up] = rectangle;
  const [width, height] = [to - x - left - right - 2 * less, up - y - top - bottom - 2 * less];
  return [
    x + left + less,
    y + bottom + less,
    x + left + less + Math.max(0, width),
    y + bottom + less + Math.max(0, height),
  ];
}

/** `#rrggbb` of grey, red, green and blue, or printers’ inks; `null` for none. */
function colorOf(parts: readonly number[]): string | null {
  const valid = parts.every((part) => part >= 0 && part <= 1);
  if (!valid || ![1, 3, 4].includes(parts.length)) return null;
  const [a = 0, b = a, c = a, key = 0] = parts;
  const channels = parts.length === 4 ? [a, b, c].map((ink) => (1 - ink) * (1 - key)) : [a, b, c];
  return `#${channels
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function pairs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => {
    return [numbers[2 * i] ?? Number.NaN, numbers[2 * i + 1] ?? Number.NaN] as const;
  }).filter((pair) => pair.every(Number.isFinite));
}

function inkPoints(points: readonly Point[]): readonly InkPoint[] {
  // A dot was written as a line of no length.
  const [first, second] = points;
  const isDot = points.length === 2 && first?.x === second?.x && first?.y === second?.y;
  return (isDot ? points.slice(0, 1) : points).map(({ x, y }) => ({ x, y, pressure: 0.5, time: 0 }));
}

/** How far points of a straight edge are from one another, in slide units: ink is smoothed, and edges are not to be. */
const spacing = 8;

function alongEdges(corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((corner, i) => {
    const next = corners[i + 1];
    if (next === undefined) return [corner];
    const count = Math.min(500, Math.max(1, Math.ceil(Math.hypot(next.x - corner.x, next.y - corner.y) / spacing)));
    return Array.from({ length: count }, (_, n) => ({
      x: roundedCoordinate(corner.x + ((next.x - corner.x) * n) / count),
      y: roundedCoordinate(corner.y + ((next.y - corner.y) * n) / count),
    }));
  });
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
