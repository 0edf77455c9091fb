import type { SlideTrace } from './likeness.ts';
import type { UnknownFields } from './unknown-fields.ts';

/** What all annotations have that Lectern made. */
export interface AnnotationFields {
  /** An IRI, such as `urn:uuid:…`; no two annotations of a deck share one. */
  readonly id: string;
  /** Key of its slide while the deck is open; '' where its slide was not found. */
  readonly slide: string;
  /** Id of its layer. One that no layer has stands for the default layer. */
  readonly layer: string;
  /** Who made it; '' where nobody was named. */
  readonly creator: string;
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601; absent until it was changed. */
  readonly modified?: string;
  /** What is known of the slide that it was on, where that was not found in the deck. */
  readonly lastSlide?: SlideTrace;
  /** What its file says of it that this version does not know. */
  readonly unknown?: UnknownFields;
}
