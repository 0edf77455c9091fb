import type { AnnotationFields } from '../annotation-fields.ts';
import type { Area } from './geometry.ts';

/** The outline of a rectangle, or of the ellipse within it. */
export interface BoxShape extends AnnotationFields, Area {
  readonly kind: 'rectangle' | 'ellipse';
  /** `#rrggbb`. */
  readonly color: string;
  /** Of the outline, in slide units; its middle runs along the edge of the area. */
  readonly strokeWidth: number;
}
