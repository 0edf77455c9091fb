import type { Annotation } from '../annotation.ts';
import type { Json } from '../unknown-fields.ts';
import { annotationJson } from './annotation-json.ts';
import { replyJson } from './comment-json.ts';

/** An annotation's line of a sidecar, with a gap where its slide is named. */
export interface ItemText {
  readonly before: string;
  /** `null` where it is not on a slide, and `before` is the whole. */
  readonly after: string | null;
  /** The lines of its replies. */
  readonly replies: readonly string[];
}

const known = new WeakMap<Annotation, ItemText>();

/** What is written for an annotation, worked out once for each: ink is long, and most of it stays as it is. */
export function itemText(annotation: Annotation): ItemText {
  let text = known.get(annotation);
  if (text === undefined) {
    text = { ...withGap(annotation), replies: replyLines(annotation) };
    known.set(annotation, text);
  }
  return text;
}

/** An annotation’s lines of a collection: its own, and those of its replies. `name` is what names its slide; see `nameText`. */
export function itemLines(annotation: Annotation, name: string): readonly string[] {
  const { before, after, replies } = itemText(annotation);
  return [after === null ? before : `${before}${name}${after}`, ...replies];
}

/** Whether two annotations say the same, wherever their slide was found. */
export function saysTheSame(a: Annotation, b: Annotation): boolean {
  if (a === b) return true;
  const [one, other] = [itemText(a), itemText(b)];
  return (
    one.before === other.before &&
    one.after === other.after &&
    one.replies.length === other.replies.length &&
    one.replies.every((line, i) => line === other.replies[i])
  );
}

function withGap(annotation: Annotation): Pick<ItemText, 'before' | 'after'> {
  const { item, target, selector } = annotationJson(annotation);
  if (selector === null) return { before: JSON.stringify(item), after: null };
  return { before: opened(item, 'target') + opened(target, 'selector') + opened(selector), after: '}}}' };
}

/** An object's JSON before its last brace, ready for one more field. */
function opened(object: Json, next?: string): string {
  const text = JSON.stringify(object).slice(0, -1);
  return `${text}${text === '{' ? '' : ','}${next === undefined ? '' : `${JSON.stringify(next)}:`}`;
}

function replyLines(annotation: Annotation): readonly string[] {
  if (annotation.kind !== 'comment') return [];
  return annotation.replies.map((reply) => JSON.stringify(replyJson(reply, annotation.id)));
}
