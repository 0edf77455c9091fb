import type { AnnotationFields } from '../annotation-fields.ts';
import type { Area, Point } from './geometry.ts';

/** Words written on a slide. */
export interface TextLabel extends AnnotationFields, Point {
  readonly kind: 'label';
  /** Lines are divided by `\n`. It is never empty, and never HTML. `x` and `y` are its top left corner. */
  readonly text: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** Of the letters, in slide units. */
  readonly size: number;
}

/** From one line to the next, in letter sizes. */
export const labelLineHeight = 1.25;

/** From the top of a line to the foot of its letters, in letter sizes: where Inter has it in a line of that height. */
export const labelBaseline = 0.99;

/** The fonts of labels: those that come with the program, so that a label is as wide everywhere. */
export const labelFonts = "Inter, 'Noto Sans JP', sans-serif";

export function labelLines(label: Pick<TextLabel, 'text'>): readonly string[] {
  return label.text.split('\n');
}

/** Where a label stands: as wide as its letters are, which are those of Inter; others count as so wide on average. */
export function labelArea({ x, y, text, size }: Pick<TextLabel, 'x' | 'y' | 'text' | 'size'>): Area {
  const lines = labelLines({ text });
  const width = (Math.max(...lines.map(lineWidth)) * size) / 1000;
  return { x, y, width, height: lines.length * labelLineHeight * size };
}

/** Advance widths in Inter 4 at weight 500, of the characters from space to ~, in thousandths of the letters' size. */
const advances = [
  267, 304, 494, 639, 646, 993, 653, 313, 369, 369, 521, 667, 303, 462, 303, 370, 646, 415, 616, 627, 656, 603, 630,
  571, 629, 630, 303, 315, 667, 667, 667, 527, 982, 709, 657, 733, 722, 603, 589, 748, 745, 272, 575, 688, 565, 913,
  756, 767, 642, 769, 648, 646, 653, 740, 709, 1003, 701, 696, 641, 369, 370, 369, 477, 463, 337, 568, 618, 577, 618,
  587, 379, 620, 602, 252, 252, 559, 252, 888, 602, 604, 618, 618, 387, 539, 340, 602, 575, 829, 557, 575, 559, 440,
  346, 440, 667,
];

/** What other letters count as, such as those with accents, Greek and Cyrillic. */
const average = 620;

/** Characters that are as wide as high: of Chinese, Japanese and Korean, and pictures. */
const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Extended_Pictographic}/u;

function lineWidth(line: string): number {
  let width = 0;
  for (const char of line.replaceAll('\t', '    ').normalize('NFC').replace(/\p{M}/gu, ''))
    width += advances[char.charCodeAt(0) - 32] ?? (wide.test(char) ? 1000 : average);
  return width;
}
