import { z } from 'zod';
import { type AnnotationCopy, annotationCopies } from '../../core/annotations/annotation-copies.ts';
import { deckId, deckText } from './names.ts';

/** A file for the user with something of a deck's annotations. */
export const copyRequest = z.object({
  deck: deckId,
  copy: z.enum(Object.keys(annotationCopies) as [AnnotationCopy, ...AnnotationCopy[]]),
  /** What people call the slide that it is of, such as `3.1`, for the file’s name; absent where it is of all. */
  slide: z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,7})?$/)
    .optional(),
  text: deckText,
});

/** Checks what core’s `Review` describes. */
export const review = z.object({
  name: z.string(),
  collection: z.string(),
  exported: z.string().nullable(),
  leftOut: z
    .array(
      z.object({
        page: z.number(),
        kind: z.string(),
        author: z.string(),
        text: z.string(),
        reason: z.enum(['kind', 'no-slide']),
      }),
    )
    .readonly(),
});

export const copyOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    name: z.string(),
    /** Where it was written, or `null` where it is to be downloaded. */
    path: z.string().nullable(),
    /** Where the page downloads it from, once, or `null`. */
    url: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('cancelled') }),
]);

export type CopyRequest = z.infer<typeof copyRequest>;
export type CopyOutcome = z.infer<typeof copyOutcome>;
