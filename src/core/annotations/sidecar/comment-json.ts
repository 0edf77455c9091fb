import type { Comment, CommentAnchor, Reply } from '../comment.ts';
import { roundedCoordinate } from '../drawing/geometry.ts';
import { asJson, type Json, type UnknownFields, unknownIn } from '../unknown-fields.ts';
import { personFrom, personJson } from './person-json.ts';
import { bodies, fieldsOf, item, pointSelector, quoteSelector, resolution } from './schema.ts';

const known = {
  item: fieldsOf(item),
  remark: fieldsOf(bodies.remark),
  quote: fieldsOf(quoteSelector),
  point: fieldsOf(pointSelector),
  resolution: fieldsOf(resolution),
};

/** Where on its slide a comment is, from a selector that refines the slide's; what is unknown of that is kept. */
export function anchorFrom(refinedBy: unknown): { readonly anchor: CommentAnchor; readonly unknown: Json | null } {
  const point = pointSelector.safeParse(refinedBy);
  if (point.success) {
    const { x, y } = point.data;
    return { anchor: { kind: 'point', x, y }, unknown: unknownIn(refinedBy, known.point) };
  }
  const quote = quoteSelector.safeParse(refinedBy);
  if (quote.success) {
    const { exact, prefix, suffix, 'lectern:in': place } = quote.data;
    return { anchor: { kind: 'quote', in: place, exact, prefix, suffix }, unknown: unknownIn(refinedBy, known.quote) };
  }
  return { anchor: { kind: 'slide' }, unknown: unknownIn(refinedBy, new Set()) };
}

/** `undefined` for a comment on the whole slide. */
export function anchorJson(anchor: CommentAnchor): Json | undefined {
  switch (anchor.kind) {
    case 'slide':
      return undefined;
    case 'point':
      return { type: 'lectern:PointSelector', x: roundedCoordinate(anchor.x), y: roundedCoordinate(anchor.y) };
    case 'quote': {
      const { exact, prefix, suffix } = anchor;
      return { type: 'TextQuoteSelector', exact, prefix, suffix, 'lectern:in': anchor.in };
    }
  }
}

export function remarkFrom(body: unknown): { readonly text: string; readonly unknown: Json | null } | null {
  const { success, data } = bodies.remark.safeParse(body);
  return success ? { text: data.value, unknown: unknownIn(body, known.remark) } : null;
}

export function remarkJson(text: string, unknown?: Json): Json {
  return { type: 'TextualBody', value: text, format: 'text/plain', ...asJson(unknown) };
}

/** What a file says of who resolved a comment; `null` where it cannot be read. */
export function resolvedFrom(
  value: unknown,
): { readonly resolved: Comment['resolved']; readonly unknown: Json | null } | null {
  const { success, data } = resolution.safeParse(value);
  if (!success) return null;
  const by = personFrom(data.creator);
  return {
    resolved: { by: by.name, at: data.created },
    unknown: withOther(unknownIn(value, known.resolution), 'creator', by.unknown ?? undefined),
  };
}

export function resolvedJson({ resolved, unknown }: Comment): Json | undefined {
  if (resolved === null) return undefined;
  const { creator, ...rest } = asJson(unknown?.resolved);
  const by = personJson(resolved.by, creator === undefined ? undefined : asJson(creator));
  return { ...rest, ...defined({ creator: by }), created: resolved.at };
}

/** A reply and the id of what it answers. `null` where the annotation is none. */
export function replyFrom(source: Json): { readonly reply: Reply; readonly to: string } | null {
  const { success, data } = item.safeParse(source);
  if (!success || data.motivation !== 'replying' || typeof data.target !== 'string') return null;
  const remark = remarkFrom(data.body);
  if (remark === null) return null;
  const { id, created, modified } = data;
  const creator = personFrom(data.creator);
  const unknown: UnknownFields = {
    ...partOf('item', withOther(unknownIn(source, replyFields), 'creator', creator.other)),
    ...partOf('creator', creator.unknown),
    ...partOf('body', remark.unknown),
  };
  return {
    reply: {
      id,
      creator: creator.name,
      created,
      ...(modified !== undefined && { modified }),
      text: remark.text,
      ...(Object.keys(unknown).length > 0 && { unknown }),
    },
    to: data.target,
  };
}

/** What a reply does not have of its own is kept like anything unknown. */
const replyFields: ReadonlySet<string> = new Set(
  [...known.item].filter((name) => name !== 'lectern:layer' && name !== 'lectern:resolved'),
);

export function replyJson({ id, creator, created, modified, text, unknown }: Reply, to: string): Json {
  return {
    type: 'Annotation',
    id,
    ...unknown?.item,
    motivation: 'replying',
    ...defined({ creator: personJson(creator, unknown?.creator) }),
    created,
    ...defined({ modified }),
    target: to,
    body: remarkJson(text, unknown?.body),
  };
}

/** A part with unknown fields, under its name; nothing where there are none. */
export function partOf(part: keyof UnknownFields, fields: Json | null): UnknownFields {
  return fields === null ? {} : { [part]: fields };
}

/** Fields with one more that could not be read, if it is there. */
export function withOther(fields: Json | null, name: string, other: unknown): Json | null {
  return other === undefined ? fields : { ...fields, [name]: other };
}

/** An object without the fields that are undefined: spreading it leaves those that are there before as they are. */
export function defined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
