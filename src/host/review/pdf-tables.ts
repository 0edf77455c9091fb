import { parseDictionary, type PdfDictionary, valueEnd } from '../export/pdf-values.ts';
import { decodeStream } from './pdf-filter.ts';

/** Where an object is: at an offset of the file, or packed into a stream that is an object itself. */
export type ObjectPlace =
  | { readonly kind: 'own'; readonly at: number }
  | { readonly kind: 'packed'; readonly stream: number };

export interface ObjectTables {
  readonly places: ReadonlyMap<number, ObjectPlace>;
  /** Of the latest part of the file. */
  readonly trailer: PdfDictionary;
}

/** Parts that were added to a file, at most. */
const mostParts = 10_000;

/** Reads the tables of references (ISO 32000-1, 7.5.4 and 7.5.8), the latest first. Throws a RangeError where they do not fit. */
export function readTables(file: string): ObjectTables {
  const last = file.lastIndexOf('startxref');
  const start = Number(/^startxref\s+(\d+)/.exec(file.slice(last, last + 40))?.[1] ?? Number.NaN);
  const places = new Map<number, ObjectPlace | null>();
  let trailer: PdfDictionary | null = null;
  const waiting = [start];
  const seen = new Set<number>();
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (!Number.isInteger(at) || at < 0 || at >= file.length || seen.has(at) || seen.size > mostParts)
      throw new RangeError('its tables are damaged');
    seen.add(at);
    const own = /^\s*xref/.test(file.slice(at, at + 16))
      ? readTable(file, at, places)
      : readTableStream(file, at, places);
    trailer ??= own;
    // Of a file for old and new programs, what only new ones know comes before what was there earlier.
    for (const key of ['XRefStm', 'Prev'])
      if (own.has(key) && !seen.has(Number(own.get(key)))) waiting.push(Number(own.get(key)));
  }
  if (trailer === null) throw new RangeError('it has no tables');
  return { places: withoutFree(places), trailer };
}

function readTable(file: string, at: number, places: Map<number, ObjectPlace | null>): PdfDictionary {
  const head = /\s*(?:xref\s+)?(\d+)\s+(\d+)\s*(?=\d{10}\s)|\s*(?:xref\s+)?(\d+)\s+0\s+/y;
  const entry = /\s*(\d{10})\s+(\d{5})\s+([fn])/y;
  let next = at;
  for (;;) {
    head.lastIndex = next;
    const [, first, count] = head.exec(file) ?? [];
    if (head.lastIndex === 0) break;
    next = head.lastIndex;
    for (let i = 0; i < Number(count ?? 0); i++) {
      entry.lastIndex = next;
      const [, offset, , kind] = entry.exec(file) ?? [];
      if (offset === undefined) throw new RangeError('its tables are damaged');
      next = entry.lastIndex;
      const number = Number(first) + i;
      if (!places.has(number)) places.set(number, kind === 'n' ? { kind: 'own', at: Number(offset) } : null);
    }
  }
  const word = /\s*(?:xref\s+)?trailer\s*/y;
  word.lastIndex = next;
  if (!word.test(file)) throw new RangeError('its tables are damaged');
  return parseDictionary(file.slice(word.lastIndex, valueEnd(file, word.lastIndex)));
}

function readTableStream(file: string, at: number, places: Map<number, ObjectPlace | null>): PdfDictionary {
  const head = /\s*\d+\s+\d+\s+obj\s*/y;
  head.lastIndex = at;
  if (!head.test(file)) throw new RangeError('its tables are damaged');
  const entries = parseDictionary(file.slice(head.lastIndex, valueEnd(file, head.lastIndex)));
  if (entries.get('Type') !== '/XRef') throw new RangeError('its tables are damaged');
  const bytes = decodeStream(file, at, Number);
  const [kinds = 0, fields = 0, more = 0] = integers(entries.get('W'));
  const index = integers(entries.get('Index') ?? `[0 ${entries.get('Size') ?? 0}]`);
  const row = kinds + fields + more;
  if (row === 0) throw new RangeError('its tables are damaged');
  let from = 0;
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (let i = 0; i < (index[part + 1] ?? 0) && from + row <= bytes.length; i++, from += row) {
      const kind = kinds === 0 ? 1 : integer(bytes, from, kinds);
      const value = integer(bytes, from + kinds, fields);
      const number = (index[part] ?? 0) + i;
      if (places.has(number)) continue;
      places.set(
        number,
        kind === 1 ? { kind: 'own', at: value } : kind === 2 ? { kind: 'packed', stream: value } : null,
      );
    }
  }
  return entries;
}

function integers(array: string | undefined): readonly number[] {
  return (array?.match(/\d+/g) ?? []).map(Number);
}

function integer(bytes: Buffer, from: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[from + i] ?? 0);
  return value;
}

/**
 * Finds objects without tables: each where it stands last, and what is packed into streams where it stands nowhere else. Throws a
 * RangeError where no trailer says what is the catalogue.
 */
export function scanObjects(file: string): ObjectTables {
  const places = new Map<number, ObjectPlace>();
  const streams: number[] = [];
  let trailer: PdfDictionary = new Map();
  const take = (at: number): void => {
    try {
      const entries = parseDictionary(file.slice(at, valueEnd(file, at)));
      if (entries.has('Root')) trailer = new Map([...trailer, ...entries]);
    } catch {
      // What is broken is not the trailer that is looked for.
    }
  };
  for (const { 0: head, 1: number, index } of file.matchAll(/(?<=^|\s)(\d{1,10})\s+\d{1,5}\s+obj\s*(?=<<|\S)/g)) {
    places.set(Number(number), { kind: 'own', at: index });
    const start = file.slice(index + head.length, index + head.length + 400);
    if (start.includes('/ObjStm')) streams.push(Number(number));
    if (start.includes('/XRef')) take(index + head.length);
  }
  for (const { 0: word, index } of file.matchAll(/trailer\s*(?=<<)/g)) take(index + word.length);
  if (!trailer.has('Root')) throw new RangeError('it has no catalogue');
  for (const stream of streams) {
    const place = places.get(stream);
    if (place?.kind !== 'own') continue;
    for (const number of packedNumbers(file, place.at))
      if (places.get(number)?.kind !== 'own') places.set(number, { kind: 'packed', stream });
  }
  return { places, trailer };
}

function packedNumbers(file: string, at: number): readonly number[] {
  try {
    const text = decodeStream(file, at, Number).toString('latin1');
    const pairs = /^[\s\d]*/.exec(text)?.[0].match(/\d+/g) ?? [];
    return pairs.flatMap((number, i) => (i % 2 === 0 ? [Number(number)] : []));
  } catch {
    return [];
  }
}

function withoutFree(places: ReadonlyMap<number, ObjectPlace | null>): ReadonlyMap<number, ObjectPlace> {
  return new Map([...places].flatMap(([number, place]) => (place === null ? [] : [[number, place] as const])));
}
