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

/** About where a label stands. Nothing is measured: letters count as so wide on average, and a wide character as a square. */
export function labelArea({ x, y, text, size }: Pick<TextLabel, 'x' | 'y' | 'text' | 'size'>): Area {
  const lines = labelLines({ text });
  const width = Math.max(...lines.map(lineWidth)) * size;
  return { x, y, width, height: lines.length * labelLineHeight * size };
}

/** Characters that are as wide as high: of Chinese, Japanese and Korean, and pictures. */
const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Extended_Pictographic}/u;

function lineWidth(line: string): number {
  let width = 0;
  for (const char of line)
    width += wide.test(char) ? 1 : /[A-ZMW@%mw]/.test(char) ? 0.72 : /[ijl.,:;'|!I1]/.test(char) ? 0.3 : 0.56;
  return width;
}
