import { z } from '../schema.ts';

/** The format that this version writes. A sidecar of a later one is read, and not written. */
export const formatVersion = 1;

/** Slide units beyond which a coordinate is not a place on any slide. */
const coordinate = z.number().min(-100_000).max(100_000);

const point = z.tuple([coordinate, coordinate, z.number().min(0).max(1), z.number().min(0).max(86_400_000)]);

/** Which slide an annotation is on, so that it is found again: by id, by fingerprint, by its words. */
export const slideSelector = z.looseObject({
  type: z.literal('lectern:SlideSelector'),
  id: z.string().max(1000).nullish(),
  fingerprint: z.string().max(100),
  /** Number when it was last saved, for people: from 1. */
  number: z.number().int().nonnegative().optional(),
  exact: z.string().max(10_000).default(''),
});

/** A pen stroke: its points are the truth, the SVG path beside them is for other programs. */
export const inkAnnotation = z.looseObject({
  type: z.literal('Annotation'),
  id: z.string().min(1).max(200),
  motivation: z.literal('lectern:ink'),
  created: z.string().max(100),
  target: z.looseObject({ selector: slideSelector }),
  body: z.looseObject({
    type: z.literal('lectern:Ink'),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
    width: z.number().positive().max(1000),
    points: z.array(point).min(1).max(100_000),
  }),
});

/** An annotation collection. Its items are looked at one by one, so that one that is unknown spoils none beside it. */
export const collection = z.looseObject({
  'lectern:version': z.number().int().positive(),
  items: z.array(z.record(z.string(), z.unknown())).max(1_000_000),
});

export type InkJson = z.infer<typeof inkAnnotation>;
