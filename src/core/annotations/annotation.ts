import type { InkStroke } from './ink.ts';

/**
 * An annotation that this version does not draw: another program's, or a later version's. It is kept as it is, and stays in
 * the sidecar.
 */
export interface ForeignAnnotation {
  readonly kind: 'foreign';
  readonly id: string;
  /** Key of the slide it was found to belong to; '' where that is not known. */
  readonly slide: string;
  /** The JSON-LD it came as. */
  readonly source: Readonly<Record<string, unknown>>;
}

/** Something that people put on a slide. */
export type Annotation = InkStroke | ForeignAnnotation;
