import type { Comment } from './comment.ts';
import type { Drawing } from './drawing/drawing.ts';
import type { SlideTrace } from './likeness.ts';
import type { Json } from './unknown-fields.ts';

/**
 * An annotation that this version does not show: another program's, or a later version's. It is kept as it is, and stays in
 * the sidecar.
 */
export interface ForeignAnnotation {
  readonly kind: 'foreign';
  readonly id: string;
  /** Key of the slide it was found to belong to; '' where that is not known. */
  readonly slide: string;
  readonly lastSlide?: SlideTrace;
  /** The JSON-LD it came as. */
  readonly source: Json;
}

/** Something that people put on a slide. */
export type Annotation = Drawing | Comment | ForeignAnnotation;
