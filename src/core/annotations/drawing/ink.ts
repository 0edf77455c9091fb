import type { AnnotationFields } from '../annotation-fields.ts';
import type { Point } from './geometry.ts';

/** One point of a stroke. */
export interface InkPoint extends Point {
  /** From 0 to 1; 0.5 where the device does not tell. */
  readonly pressure: number;
  /** Milliseconds since the stroke began. */
  readonly time: number;
}

/** One stroke of a pen or a highlighter. */
export interface InkStroke extends AnnotationFields {
  readonly kind: 'ink';
  /** A pen's line follows the pressure; a highlighter's is as wide everywhere, and lies under the slide's text. */
  readonly tool: 'pen' | 'highlighter';
  /** At least one. */
  readonly points: readonly InkPoint[];
  /** `#rrggbb`. */
  readonly color: string;
  /** Of the pen, in slide units. */
  readonly width: number;
}
