import type { AnnotationFields } from '../annotation-fields.ts';
import type { Annotation, ForeignAnnotation } from '../annotation.ts';
import type { Comment } from '../comment.ts';
import { defaultLayerId } from '../layer.ts';
import { fingerprint } from '../likeness.ts';
import { asJson, type Json, type UnknownFields, unknownIn } from '../unknown-fields.ts';
import {
  anchorFrom,
  anchorJson,
  defined,
  partOf,
  remarkFrom,
  remarkJson,
  resolvedFrom,
  resolvedJson,
  withOther,
} from './comment-json.ts';
import { drawingFrom, drawingJson } from './drawing-json.ts';
import { personFrom, personJson } from './person-json.ts';
import { fieldsOf, item, slideSelector, svgSelector, target } from './schema.ts';

/** Where an annotation was found to be; see `AnnotationFields`. */
export type FoundPlace = Pick<AnnotationFields, 'slide' | 'lastSlide'>;

const known = {
  comment: fieldsOf(item),
  drawing: new Set([...fieldsOf(item)].filter((name) => name !== 'lectern:resolved')),
  target: fieldsOf(target),
  selector: fieldsOf(slideSelector),
  svg: fieldsOf(svgSelector),
};

/**
 * The annotation that an item of a sidecar says; a foreign one where this version cannot show it.
 * @param place where its slide was found
 */
export function annotationFrom(source: Json, place: FoundPlace): Annotation {
  return readAnnotation(source, place) ?? foreignFrom(source, place);
}

export function foreignFrom(source: Json, place: FoundPlace): ForeignAnnotation {
  const { id } = source;
  // Where it has no name, it is known by what it says.
  const name = typeof id === 'string' && id !== '' ? id : `urn:lectern:foreign:${fingerprint(JSON.stringify(source))}`;
  return { kind: 'foreign', id: name, ...place, source };
}

function readAnnotation(source: Json, place: FoundPlace): Annotation | null {
  const parsed = item.safeParse(source);
  const aim = target.safeParse(source['target']);
  if (!parsed.success || !aim.success || parsed.data.motivation === 'replying') return null;
  const { motivation, id, created, modified, 'lectern:layer': layer = defaultLayerId } = parsed.data;
  const { refinedBy } = aim.data.selector;
  const creator = personFrom(parsed.data.creator);
  const fields = (parts: UnknownFields): AnnotationFields => {
    const unknown = {
      ...partOf('creator', creator.unknown),
      ...partOf('target', unknownIn(source['target'], known.target)),
      ...partOf('selector', unknownIn(aim.data.selector, known.selector)),
      ...parts,
    };
    return {
      id,
      ...place,
      layer,
      creator: creator.name,
      created,
      ...(modified !== undefined && { modified }),
      ...(Object.keys(unknown).length > 0 && { unknown }),
    };
  };
  const unknownItem = (names: ReadonlySet<string>) => withOther(unknownIn(source, names), 'creator', creator.other);

  if (motivation !== 'commenting') {
    return drawingFrom(source['body'], (body) =>
      fields({
        ...partOf('item', unknownItem(known.drawing)),
        ...partOf('refinedBy', unknownIn(refinedBy, known.svg)),
        ...partOf('body', body),
      }),
    );
  }
  const remark = remarkFrom(source['body']);
  if (remark === null) return null;
  const { anchor, unknown: refinement } = anchorFrom(refinedBy);
  const end = source['lectern:resolved'];
  const resolution = resolvedFrom(end);
  return {
    kind: 'comment',
    ...fields({
      ...partOf(
        'item',
        withOther(unknownItem(known.comment), 'lectern:resolved', resolution === null ? end : undefined),
      ),
      ...partOf('refinedBy', refinement),
      ...partOf('body', remark.unknown),
      ...partOf('resolved', resolution?.unknown ?? null),
    }),
    anchor,
    text: remark.text,
    replies: [],
    resolved: resolution?.resolved ?? null,
  } satisfies Comment;
}

/** An annotation taken apart as its file has it: what names its slide is put between by whoever writes it. */
export interface AnnotationJson {
  /** Without its target. */
  readonly item: Json;
  /** Without its selector. */
  readonly target: Json;
  /** Without what names the slide; `null` for an annotation that is not on slides. */
  readonly selector: Json | null;
}

/** What an annotation is written as; replies are annotations of their own. */
export function annotationJson(annotation: Annotation): AnnotationJson {
  if (annotation.kind === 'foreign') return foreignJson(annotation.source);
  const { id, layer, creator, created, modified, unknown } = annotation;
  const said =
    annotation.kind === 'comment'
      ? {
          motivation: 'commenting',
          body: remarkJson(annotation.text, unknown?.body),
          refinedBy: anchorJson(annotation.anchor),
          resolved: resolvedJson(annotation),
        }
      : { ...drawnJson(annotation, unknown), resolved: undefined };
  const refinedBy = said.refinedBy ?? (unknown?.refinedBy === undefined ? undefined : {});
  return {
    item: {
      type: 'Annotation',
      id,
      ...unknown?.item,
      motivation: said.motivation,
      ...defined({
        creator: personJson(creator, unknown?.creator),
        created,
        modified,
        'lectern:layer': layer === defaultLayerId ? undefined : layer,
        'lectern:resolved': said.resolved,
      }),
      body: said.body,
    },
    target: { type: 'SpecificResource', source: 'urn:lectern:deck', ...unknown?.target },
    selector: {
      type: 'lectern:SlideSelector',
      ...unknown?.selector,
      ...(refinedBy !== undefined && { refinedBy: { ...unknown?.refinedBy, ...refinedBy } }),
    },
  };
}

function drawnJson(drawing: Parameters<typeof drawingJson>[0], unknown: UnknownFields | undefined) {
  const { motivation, body, svg } = drawingJson(drawing);
  return { motivation, body: { ...body, ...unknown?.body }, refinedBy: { type: 'SvgSelector', value: svg } };
}

function foreignJson(source: Json): AnnotationJson {
  const aim = target.safeParse(source['target']);
  if (!aim.success) return { item: source, target: {}, selector: null };
  const { target: whole, ...rest } = source;
  const { selector, ...others } = asJson(whole);
  const { id: _, fingerprint: __, copy: ___, ...kept } = asJson(selector);
  return { item: rest, target: others, selector: kept };
}
