import type { Attributes } from './slide.ts';

// reveal.js's own syntax (plugin/markdown): name="value", or a bare data-* name. Single quotes and unquoted values are not
// attributes there, and are not here.
const attribute = /([^\s"'=<>]+)\s*=\s*"([^"]*)"|(data-[^\s"'=<>]+)(?=\s|$)/g;

/** The attributes in the text of an attribute comment, in order; the later of two with one name wins. */
export function parseAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name, value, bare] of text.matchAll(attribute)) {
    attributes.set((name ?? bare ?? '').toLowerCase(), value ?? '');
  }
  return attributes;
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

/** Where one attribute of a comment stands, in offsets into the comment's text; undefined where it has none of that name. */
export function findAttribute(text: string, name: string): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  for (const match of text.matchAll(attribute)) {
    if ((match[1] ?? match[3] ?? '').toLowerCase() === name)
      found = { from: match.index, to: match.index + match[0].length };
  }
  return found;
}
