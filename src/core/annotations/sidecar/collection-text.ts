import type { Json } from '../unknown-fields.ts';
import { contextWith } from './context.ts';
import { formatVersion } from './schema.ts';

/** The parts of an annotation collection; each of a list is the JSON of one line. */
export interface CollectionParts {
  /** The fingerprint of the deck’s text. */
  readonly deck: string;
  readonly layers?: readonly string[];
  readonly slides: readonly string[];
  readonly lost?: readonly string[];
  readonly items: readonly string[];
  /** What others added to its context. */
  readonly context?: readonly unknown[];
  /** What others added to itself. */
  readonly fields?: Json;
}

/**
 * An annotation collection: one line for each slide, layer, annotation and reply, so that two versions of it can be compared
 * and merged by line.
 */
export function collectionText(parts: CollectionParts): string {
  const { deck, layers = [], slides, lost = [], items, context = [], fields = {} } = parts;
  const written: readonly (readonly [name: string, text: string])[] = [
    ['@context', JSON.stringify(contextWith(context))],
    ['type', '"AnnotationCollection"'],
    ['lectern:version', String(formatVersion)],
    ['lectern:deck', JSON.stringify(deck)],
    ...Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)] as const),
    ...(layers.length === 0 ? [] : [['lectern:layers', lines(layers)] as const]),
    ['lectern:slides', lines(slides)],
    ...(lost.length === 0 ? [] : [['lectern:lost', lines(lost)] as const]),
    ['total', String(items.length)],
    ['items', lines(items)],
  ];
  return `{\n${written.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(',\n')}\n}\n`;
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`;
}
