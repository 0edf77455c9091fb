import type { FileKind } from '../export/formats.ts';

/** What can be saved of a deck's annotations as a file of its own; `part` goes between the deck's name and the extension. */
export const annotationCopies = {
  /** What was said, as a Markdown document: see `commentReport`. */
  comments: { label: 'Markdown text', part: '.comments', extension: '.md', mediaType: 'text/markdown' },
  /** All of them, as the sidecar has them. */
  annotations: {
    label: 'Web annotations',
    part: '.annotations',
    extension: '.jsonld',
    mediaType: 'application/ld+json',
  },
  /** What is drawn on one slide, without the slide: see `drawingsSvg`. */
  drawings: { label: 'SVG picture', part: '.drawings', extension: '.svg', mediaType: 'image/svg+xml' },
} as const satisfies Readonly<Record<string, FileKind & { readonly part: string }>>;

export type AnnotationCopy = keyof typeof annotationCopies;
