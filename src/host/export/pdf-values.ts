/** A dictionary as it is written: raw values by key, keys without their slash, in the order of the file. */
export type PdfDictionary = ReadonlyMap<string, string>;

/** One value from its first character on: a string, a dictionary, an array, a reference, or any other single token. */
const simple = /\d+\s+\d+\s+R\b|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/y;

/** Splits a dictionary’s text, `<< … >>`, into its keys and raw values. Throws a RangeError for anything else. */
export function parseDictionary(text: string): PdfDictionary {
  const entries = new Map<string, string>();
  let at = skipSpace(text, 0);
  if (!text.startsWith('<<', at)) throw new RangeError(`Not a PDF dictionary: ${text.slice(0, 40)}`);
  at = skipSpace(text, at + 2);
  while (!text.startsWith('>>', at)) {
    const keyEnd = valueEnd(text, at);
    const valueStart = skipSpace(text, keyEnd);
    const end = valueEnd(text, valueStart);
    entries.set(text.slice(at + 1, keyEnd), text.slice(valueStart, end));
    at = skipSpace(text, end);
  }
  return entries;
}

/** Writes a dictionary. */
export function dictionary(entries: Iterable<readonly [string, string]>): string {
  return `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join('\n')}>>`;
}

/** A text string in UTF-16 with a byte order mark, in hex: every character survives, and nothing needs an escape. */
export function textString(text: string): string {
  // A lone surrogate has no meaning in UTF-16 text.
  const bytes = Buffer.from(`\uFEFF${text.toWellFormed()}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** The text of a string as {@link textString} writes it. Throws a RangeError for one that is written in another way. */
export function readTextString(value: string): string {
  const hex = /^<FEFF([0-9A-F]*)>$/i.exec(value.replace(/\s/g, ''))?.[1];
  if (hex === undefined || hex.length % 4 !== 0)
    throw new RangeError(`Not a text string of the known form: ${value.slice(0, 40)}`);
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** A PDF date, in UTC. */
export function dateString(date: Date): string {
  return `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}

/** The object number of a reference such as `12 0 R`, or `null` for another value. */
export function referenceTo(value: string | undefined): number | null {
  const match = /^(\d+)\s+0\s+R$/.exec(value ?? '');
  return match === null ? null : Number(match[1]);
}

/** The object numbers in an array of references. */
export function references(array: string): readonly number[] {
  return Array.from(array.matchAll(/(\d+)\s+0\s+R/g), (match) => Number(match[1]));
}

/** The raw values in an array. */
export function arrayItems(array: string): readonly string[] {
  const items: string[] = [];
  for (let at = skipSpace(array, 1); array[at] !== ']';) {
    const end = valueEnd(array, at);
    items.push(array.slice(at, end));
    at = skipSpace(array, end);
  }
  return items;
}

function skipSpace(text: string, from: number): number {
  const space = /[\s\0]*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}

/** Where the value ends that begins at `from`. Throws a RangeError where none does, or where the text ends before it. */
export function valueEnd(text: string, from: number): number {
  if (text.startsWith('<<', from)) return closing(text, from, 2, '>>');
  if (text[from] === '[') return closing(text, from, 1, ']');
  if (text[from] === '<') return hexEnd(text, from);
  if (text[from] === '(') return stringEnd(text, from);
  simple.lastIndex = from;
  if (!simple.test(text)) throw new RangeError(`Not a PDF value at ${from}: ${text.slice(from, from + 40)}`);
  return simple.lastIndex;
}

function closing(text: string, from: number, opening: number, close: string): number {
  let at = skipSpace(text, from + opening);
  while (!text.startsWith(close, at)) {
    if (at >= text.length) throw new RangeError(`A PDF value at ${from} has no end`);
    at = skipSpace(text, valueEnd(text, at));
  }
  return at + close.length;
}

function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  throw new RangeError(`A PDF string at ${from} has no end`);
}

function hexEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  if (end < 0) throw new RangeError(`A PDF string at ${from} has no end`);
  return end + 1;
}
