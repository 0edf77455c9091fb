import fc from 'fast-check';
import type { Comment, CommentAnchor, Reply } from '../../../../src/core/annotations/comment.ts';
import type { BoxShape } from '../../../../src/core/annotations/drawing/box.ts';
import type { Drawing } from '../../../../src/core/annotations/drawing/drawing.ts';
import type { InkPoint, InkStroke } from '../../../../src/core/annotations/drawing/ink.ts';
import type { TextLabel } from '../../../../src/core/annotations/drawing/label.ts';
import type { LineShape } from '../../../../src/core/annotations/drawing/line.ts';
import type { Layer } from '../../../../src/core/annotations/layer.ts';

/** Random annotations on no slide, as a file can hold them: coordinates in hundredths, times in whole milliseconds. */

const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100 + 0);
const coordinate = fc.oneof(hundredths(-200, 1500), fc.constantFrom(0, -100_000, 100_000));
const place = fc.record({ x: coordinate, y: coordinate });
const extent = hundredths(0, 900);
const color = fc.constantFrom('#ff5a52', '#4DA3ff', '#000000');
const width = hundredths(1, 40);
const time = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((at) => new Date(at).toISOString());
const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const name = fc.constantFrom('', 'Ann Ray', '山田 太郎', '<b>Bob</b> "B" & co');

/** Texts with what has ever broken a file or a page. */
export const words = fc.oneof(
  fc.constantFrom(
    'x',
    'two\nlines',
    '日本語の文字 😀',
    '<script>alert(1)</script>',
    `"'&\\{}`,
    ' \t  spaces ',
    '\u2028',
  ),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
);

const json = fc.dictionary(
  fc.constantFrom('other:field', 'note', 'value2', 'x-list'),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 })),
  { minKeys: 1, maxKeys: 2 },
);

/** Drops what is undefined, as a file does, and what is empty. */
function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });

const unknown = optional(
  fc
    .record({ item: optional(json), target: optional(json), selector: optional(json), body: optional(json) })
    .map(present)
    .filter((parts) => Object.keys(parts).length > 0),
);

/** What every annotation has; `layers` are the ids to choose from. */
const fields = (layers: readonly string[]) =>
  fc.record({
    id,
    slide: fc.constant(''),
    layer: fc.constantFrom(...layers),
    creator: name,
    created: time,
    modified: optional(time),
    unknown,
  });

export const inkPoints: fc.Arbitrary<readonly InkPoint[]> = fc
  .array(
    fc.record({
      x: coordinate,
      y: coordinate,
      pressure: fc.constantFrom(0, 0.25, 0.5, 1),
      step: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((points) => {
    let at = 0;
    return points.map(({ step, ...point }) => ({ ...point, time: (at += step) }));
  });

export const defaultOnly = ['default'] as const;

export const inkStroke = (layers: readonly string[] = defaultOnly): fc.Arbitrary<InkStroke> =>
  fc
    .record({ tool: fc.constantFrom('pen' as const, 'highlighter' as const), points: inkPoints, color, width })
    .chain((shape) => fields(layers).map((own) => present({ kind: 'ink', ...own, ...shape }) as InkStroke));

const lineShape = (layers: readonly string[]): fc.Arbitrary<LineShape> =>
  fc
    .record({ from: place, to: place, arrow: fc.boolean(), color, width })
    .chain((shape) => fields(layers).map((own) => present({ kind: 'line', ...own, ...shape }) as LineShape));

const boxShape = (layers: readonly string[]): fc.Arbitrary<BoxShape> =>
  fc
    .record({
      kind: fc.constantFrom('rectangle' as const, 'ellipse' as const),
      x: coordinate,
      y: coordinate,
      width: extent,
      height: extent,
      color,
      strokeWidth: width,
    })
    .chain((shape) => fields(layers).map((own) => present({ ...own, ...shape }) as BoxShape));

const textLabel = (layers: readonly string[]): fc.Arbitrary<TextLabel> =>
  fc
    .record({ x: coordinate, y: coordinate, text: words, color, size: hundredths(8, 200) })
    .chain((shape) => fields(layers).map((own) => present({ kind: 'label', ...own, ...shape }) as TextLabel));

/** Any drawing. */
export const drawing = (layers: readonly string[] = defaultOnly): fc.Arbitrary<Drawing> =>
  fc.oneof(inkStroke(layers), lineShape(layers), boxShape(layers), textLabel(layers));

export const commentAnchor: fc.Arbitrary<CommentAnchor> = fc.oneof(
  fc.constant({ kind: 'slide' as const }),
  place.map((at) => ({ kind: 'point' as const, ...at })),
  fc
    .record({ in: fc.constantFrom('source' as const, 'slide' as const), exact: words, prefix: words, suffix: words })
    .map((quote) => ({ kind: 'quote' as const, ...quote })),
);

const reply: fc.Arbitrary<Reply> = fc
  .record({ id, creator: name, created: time, modified: optional(time), text: words })
  .map((said) => present(said) as Reply);

export const comment = (layers: readonly string[] = defaultOnly): fc.Arbitrary<Comment> =>
  fc
    .record({
      anchor: commentAnchor,
      text: words,
      replies: fc
        .array(reply, { maxLength: 3 })
        .map((all) => all.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))),
      resolved: fc.option(fc.record({ by: name, at: time })),
    })
    .chain((said) => fields(layers).map((own) => present({ kind: 'comment', ...own, ...said }) as Comment));

/** Any annotation but a foreign one. */
export const annotation = (layers: readonly string[] = defaultOnly): fc.Arbitrary<Drawing | Comment> =>
  fc.oneof({ arbitrary: drawing(layers), weight: 4 }, { arbitrary: comment(layers), weight: 2 });

/** A layer but the default one. */
export const layer: fc.Arbitrary<Layer> = fc.record({
  id,
  name: words,
  created: time,
  creator: name,
  origin: fc.constantFrom('talk' as const, 'own' as const),
  hidden: fc.boolean(),
  locked: fc.boolean(),
});
