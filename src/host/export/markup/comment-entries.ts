import type { Comment } from '../../../core/annotations/comment.ts';
import type { Area } from '../../../core/annotations/drawing/geometry.ts';
import type { Look } from './appearance.ts';
import type { MarkupEntries } from './drawing-entries.ts';
import { colorParts, pdfNumber, pdfNumbers } from './pdf-number.ts';
import { onPage, type PdfRectangle, rectangleOf, type SlidePlace } from './slide-place.ts';

/** Of the sign that stands for a comment, in points: viewers draw it as large at every zoom. */
const signSize = 18;

/** Of comments: a yellow that other programs give to theirs. */
const color = '#ffd54a';
const ink = '#16181d';

/** Comments on the whole slide stand in its upper right corner, so far from one another, in points. */
const step = signSize + 4;

/** A comment as a sign on the page, within its slide; `corner` is its place among those on the whole slide. */
export function signEntries(
  { anchor, text }: Comment,
  place: SlidePlace,
  size: { readonly width: number; readonly height: number },
  corner: number,
): MarkupEntries {
  const [left, top] = [place.left, place.top];
  const [right, bottom] = onPage(place, { x: size.width, y: size.height });
  const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to - signSize));
  const [x, y] =
    anchor.kind === 'point' ? onPage(place, anchor) : [right - step * (corner + 1) + signSize / 2, top - step / 2];
  const [from, down] = [within(x - signSize / 2, left, right), within(y - signSize / 2, bottom, top)];
  const rectangle: PdfRectangle = [from, down, from + signSize, down + signSize];
  return {
    rectangle,
    entries: [
      ['Subtype', '/Text'],
      ['Name', '/Comment'],
      ['C', pdfNumbers(colorParts(color))],
    ],
    contents: text,
  };
}

/** A speech bubble with lines of text. */
export function signLook([left, bottom, right, top]: PdfRectangle): Look {
  const [width, height] = [right - left, top - bottom];
  const at = (x: number, y: number): string => `${pdfNumber(left + x * width)} ${pdfNumber(bottom + y * height)}`;
  const bubble = [
    `${at(0.06, 0.94)} m`,
    ...[at(0.94, 0.94), at(0.94, 0.3), at(0.5, 0.3), at(0.28, 0.06), at(0.28, 0.3), at(0.06, 0.3)].map(
      (to) => `${to} l`,
    ),
    'h\nB',
  ];
  const lines = [0.74, 0.52].map((y, i) => `${at(0.22, y)} m\n${at(i === 0 ? 0.78 : 0.6, y)} l\nS`);
  const paint = [colorParts(color), colorParts(ink)].map((parts) => parts.map(pdfNumber).join(' '));
  return { operators: `${[`${paint[0]} rg`, `${paint[1]} RG`, '1 w 1 j 1 J', ...bubble, ...lines].join('\n')}\n` };
}

/** A comment on words, over the boxes of their lines in slide units. */
export function wordEntries({ text }: Comment, place: SlidePlace, boxes: readonly Area[]): MarkupEntries {
  const rectangles = boxes.map((box) => rectangleOf(place, box));
  return {
    rectangle: around(rectangles),
    entries: [
      ['Subtype', '/Highlight'],
      // Upper left, upper right, lower left, lower right: as all programs read them, whatever the standard says.
      ['QuadPoints', pdfNumbers(rectangles.flatMap(([l, b, r, t]) => [l, t, r, t, l, b, r, b]))],
      ['C', pdfNumbers(colorParts(color))],
      ['CA', '0.5'],
    ],
    contents: text,
  };
}

/** A bar behind words, mixed with them; and, where a slide is dark, a line below them. */
export function wordLook(place: SlidePlace, boxes: readonly Area[], onDark: boolean): Look {
  const paint = colorParts(color).map(pdfNumber).join(' ');
  const bars = boxes.map((box) => {
    const [left, bottom, right, top] = rectangleOf(place, box);
    return `${[left, bottom, right - left, top - bottom].map(pdfNumber).join(' ')} re\nf`;
  });
  return {
    operators: `/M gs\n${paint} rg\n${bars.join('\n')}\n`,
    resources: `<</ExtGState <</M <</BM ${onDark ? '/Screen' : '/Multiply'}\n/ca ${onDark ? '0.36' : '0.5'}>>>>>>`,
  };
}

function around(rectangles: readonly PdfRectangle[]): PdfRectangle {
  return [
    Math.min(...rectangles.map(([left]) => left)),
    Math.min(...rectangles.map(([, bottom]) => bottom)),
    Math.max(...rectangles.map(([, , right]) => right)),
    Math.max(...rectangles.map(([, , , top]) => top)),
  ];
}
