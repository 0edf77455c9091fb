import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Text, Transaction } from '@codemirror/state';
import { isMap, isNode, isScalar, stringify } from 'yaml';
import { parse } from '../front-matter-text.ts';
import { lineEnd } from '../gap.ts';
import { slideIndex } from '../slide-index.ts';

/**
 * Sets one key of the front matter, or with `null` takes its line away. Comments, order and every other byte stay; a deck
 * without front matter gets one.
 * @returns `null` where nothing would change, or the front matter does not parse and so cannot be edited safely
 */
export function setFrontMatterKey(state: EditorState, key: string, value: string | number | null): Transaction | null {
  const edit = frontMatterEdit(state, key, value);
  if (edit === null || state.doc.sliceString(edit.from, edit.to) === edit.insert) return null;
  const transaction = state.update({
    changes: { from: edit.from, to: edit.to, insert: Text.of(edit.insert.split('\n')) },
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('deck.settings')],
  });
  return isAsMeant(state, transaction.state, key, value) ? transaction : null;
}

/** Whether the new front matter reads as the old one with this key set, and no slide has changed: YAML has many forms. */
function isAsMeant(before: EditorState, after: EditorState, key: string, value: string | number | null): boolean {
  const meant = new Map(valuesOf(before));
  if (value === null) meant.delete(key);
  else meant.set(key, JSON.stringify(typeof value === 'string' ? flat(value) : value));
  const found = valuesOf(after);
  return (
    slideIndex(after).slides.length === slideIndex(before).slides.length &&
    found.size === meant.size &&
    [...meant].every(([name, written]) => found.get(name) === written)
  );
}

/** The keys of the front matter and their values, as JSON. */
function valuesOf(state: EditorState): ReadonlyMap<string, string> {
  const block = slideIndex(state).frontMatter;
  if (block === null) return new Map();
  const { contents } = parse(state.doc.sliceString(block.yamlFrom, block.yamlTo));
  if (!isMap(contents)) return new Map();
  return new Map(contents.items.map((item) => [String(item.key), JSON.stringify(item.value)]));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

function frontMatterEdit(state: EditorState, key: string, value: string | number | null): Edit | null {
  const { frontMatter: block, head } = slideIndex(state);
  const eol = lineEnd(state);
  if (block === null) {
    if (value === null) return null;
    return { from: head.to, to: head.to, insert: `---${eol}${line(key, value)}${eol}---${eol}${eol}` };
  }
  const yaml = state.doc.sliceString(block.yamlFrom, block.yamlTo);
  const document = parse(yaml);
  if (
    document.errors.length > 0 ||
    (document.contents !== null && !isMap(document.contents) && !isEmpty(document.contents))
  )
    return null;
  const pair = isMap(document.contents)
    ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  if (pair === undefined)
    return value === null ? null : { from: block.yamlTo, to: block.yamlTo, insert: line(key, value) + eol };
  const keyFrom = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? 0;
  const keyTo = (isNode(pair.key) ? pair.key.range?.[1] : undefined) ?? keyFrom;
  const range = isNode(pair.value) ? pair.value.range : null;
  const colon = yaml.indexOf(':', keyTo) + 1;
  if (value === null) {
    let end = lineAfter(yaml, Math.max(colon, (range?.[1] ?? colon) - 1));
    // A blank line must not come first: the block would be a slide break then.
    if (yaml.slice(0, keyFrom).trim() === '') {
      while (/^[ \t\r]*\n/.test(yaml.slice(end))) end = lineAfter(yaml, end);
    }
    return { from: block.yamlFrom + keyFrom, to: block.yamlFrom + end, insert: '' };
  }
  const empty =
    range === null || range === undefined || range[1] <= colon || yaml.slice(range[0], range[1]).trim() === '';
  if (empty) return { from: block.yamlFrom + colon, to: block.yamlFrom + colon, insert: ` ${scalar(value)}` };
  // A block scalar's range ends behind its last line end, which stays.
  const end = range[0] + yaml.slice(range[0], range[1]).trimEnd().length;
  return { from: block.yamlFrom + range[0], to: block.yamlFrom + end, insert: scalar(value) };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function line(key: string, value: string | number): string {
  return `${scalar(key)}: ${scalar(value)}`;
}

/** Where the line behind the one that `offset` is in begins. */
function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function flat(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

/** A value on one line, quoted where YAML would read it as something else. */
function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const written = stringify(flat(value), { lineWidth: 0 }).trimEnd();
  return /^[|>]|\n/.test(written) ? JSON.stringify(flat(value)) : written;
}
