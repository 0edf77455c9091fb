import { z } from '../../schema.ts';
import { farthest } from '../drawing/geometry.ts';
import { largestLetters, smallestLetters } from '../drawing/transform.ts';

/** The format that this version writes. A sidecar of a later one is read, and not written. */
export const formatVersion = 2;

const coordinate = z.number().min(-farthest).max(farthest);
const extent = z
  .number()
  .min(0)
  .max(2 * farthest);
const place = z.tuple([coordinate, coordinate]);
const color = z.string().regex(/^#[0-9a-f]{6}$/i);
const width = z.number().positive().max(1000);
const id = z.string().min(1).max(1000);
const time = z.string().max(100);
const name = z.string().max(1000);
/** There or not: it is looked at elsewhere, or ours to write. */
const anything = z.unknown().optional();
/** Longer texts are read as another program's: they are kept, and not shown. */
const words = z.string().max(100_000);

/** A point of ink: x, y, pressure from 0 to 1, milliseconds. */
export type PointJson = readonly [x: number, y: number, pressure: number, time: number];

/** Looked at without the schema's own machinery: a deck may have a million of them. */
const points = z.custom<readonly PointJson[]>(
  (value) => Array.isArray(value) && value.length > 0 && value.length <= 100_000 && value.every(isPoint),
);

function isPoint(value: unknown): value is PointJson {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [x, y, pressure, at] = value as readonly unknown[];
  return (
    isBetween(x, -farthest, farthest) &&
    isBetween(y, -farthest, farthest) &&
    isBetween(pressure, 0, 1) &&
    isBetween(at, 0, 86_400_000)
  );
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

export const person = z.looseObject({ type: z.literal('Person'), name });

/** Which slide an annotation is on, so that it is found again. */
export const slideSelector = z.looseObject({
  type: z.literal('lectern:SlideSelector'),
  /** The slide's own id, if it has one. */
  id: z.string().max(1000).nullish(),
  /** Of its text; it names one of the collection's slides. */
  fingerprint: z.string().max(100),
  /** Which of the slides with the same text it is, from 1 in file order; the first where absent. */
  copy: z.number().int().min(1).max(1_000_000).optional(),
  refinedBy: anything,
});

/** A slide as the deck had it when the sidecar was written. */
export const slideEntry = z.looseObject({
  id: z.string().max(1000).nullish(),
  fingerprint: z.string().max(100),
  /** Its text, where something is on it; long ones are cut. */
  exact: z.string().max(10_000).default(''),
  /** Of a slide that the deck had no more: its number when it was last there. */
  number: z.number().int().positive().optional(),
});

export const layerEntry = z.looseObject({
  type: z.literal('lectern:Layer'),
  id,
  name: name.default('').catch(''),
  origin: z.enum(['default', 'talk', 'own']).default('own').catch('own'),
  created: time.default('').catch(''),
  creator: anything,
  hidden: z.boolean().default(false).catch(false),
  locked: z.boolean().default(false).catch(false),
});

/** What every annotation of ours has. */
export const item = z.looseObject({
  type: z.literal('Annotation'),
  id,
  motivation: z.enum(['lectern:drawing', 'highlighting', 'commenting', 'replying']),
  creator: anything,
  created: time,
  modified: time.optional(),
  'lectern:layer': id.optional(),
  'lectern:resolved': anything,
  target: anything,
  body: anything,
});

export const target = z.looseObject({ type: anything, source: anything, selector: slideSelector });

/** Ink: its points are the truth, the path beside them is for other programs. */
const ink = z.looseObject({
  type: z.literal('lectern:Ink'),
  tool: z.enum(['pen', 'highlighter']),
  color,
  width,
  points,
});

const line = z.looseObject({
  type: z.literal('lectern:Line'),
  from: place,
  to: place,
  arrow: z.boolean(),
  color,
  width,
});

const box = z.looseObject({
  type: z.enum(['lectern:Rectangle', 'lectern:Ellipse']),
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  color,
  strokeWidth: width,
});

const label = z.looseObject({
  type: z.tuple([z.literal('TextualBody'), z.literal('lectern:Label')]),
  format: z.literal('text/plain'),
  value: words.min(1),
  x: coordinate,
  y: coordinate,
  color,
  size: z.number().min(smallestLetters).max(largestLetters),
});

/** What a comment or a reply says. HTML is another program's. */
const remark = z.looseObject({
  type: z.literal('TextualBody'),
  value: words,
  format: z.literal('text/plain').optional(),
});

export const bodies = { ink, line, box, label, remark };

export const svgSelector = z.looseObject({ type: z.literal('SvgSelector'), value: anything });

export const quoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: words,
  prefix: words.default(''),
  suffix: words.default(''),
  'lectern:in': z.enum(['source', 'slide']).default('slide'),
});

export const pointSelector = z.looseObject({ type: z.literal('lectern:PointSelector'), x: coordinate, y: coordinate });

export const resolution = z.looseObject({ creator: anything, created: time });

/** An annotation collection. Its parts are looked at one by one, so that one that is unknown spoils none beside it. */
export const collection = z.looseObject({
  '@context': anything,
  type: anything,
  'lectern:version': z.number().int().positive(),
  'lectern:deck': anything,
  total: anything,
  'lectern:layers': z.array(z.unknown()).max(10_000).default([]).catch([]),
  'lectern:slides': z.array(z.unknown()).max(1_000_000).default([]).catch([]),
  'lectern:lost': z.array(z.unknown()).max(1_000_000).default([]).catch([]),
  items: z.array(z.record(z.string(), z.unknown())).max(1_000_000),
});

export type Collection = z.infer<typeof collection>;

/** The names of the fields that a schema knows. */
export function fieldsOf(schema: { readonly shape: Readonly<Record<string, unknown>> }): ReadonlySet<string> {
  return new Set(Object.keys(schema.shape));
}
