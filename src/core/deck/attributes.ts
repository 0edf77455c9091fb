import type { Attributes } from './slide.ts';

/** An attribute as it stands in a comment's text; offsets are into that text. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const word = /[^\s"'=<>]+/y;
const value = /\s*=\s*"([^"]*)"/y;

/**
 * The attributes in a text, in order. reveal.js's own syntax (plugin/markdown): name="value", or a bare data-* name; single
 * quotes and unquoted values are not attributes there, and are not here. Each character is looked at a few times at most.
 */
export function* writtenAttributes(text: string): Generator<WrittenAttribute> {
  for (let at = 0; at < text.length;) {
    word.lastIndex = at;
    const name = word.exec(text)?.[0];
    if (name === undefined) {
      at++;
      continue;
    }
    value.lastIndex = at + name.length;
    const assigned = value.exec(text);
    const to = assigned === null ? at + name.length : value.lastIndex;
    const bare = assigned === null && name.startsWith('data-') && (to === text.length || /\s/.test(text.charAt(to)));
    if (assigned !== null || bare) yield { name: name.toLowerCase(), value: assigned?.[1] ?? '', from: at, to };
    at = to;
  }
}

/** The attributes in the text of an attribute comment, in order; the later of two with one name wins. */
export function parseAttributes(text: string): Attributes {
  return new Map(Array.from(writtenAttributes(text), ({ name, value: written }) => [name, written]));
}

/**
 * `name="value"` for an attribute comment. Neither a double quote nor the end of the comment can be written in a value, so
 * these are softened: a quote becomes a single one, `-->` gets a space, a line break becomes a space.
 */
export function formatAttribute(name: string, value: string): string {
  return `${name}="${value
    .replaceAll('"', "'")
    .replaceAll('-->', '-- >')
    .replace(/\s*\n\s*/g, ' ')}"`;
}
