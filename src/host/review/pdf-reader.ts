import { type PdfDictionary, parseDictionary, valueEnd } from '../export/pdf-values.ts';
import { decodeStream } from './pdf-filter.ts';
import { type ObjectPlace, readTables, scanObjects } from './pdf-tables.ts';

/** How deep references may lead to references, and page trees may be. */
const deepest = 64;

/** More pages than any document has that a deck was exported to. */
const mostPages = 100_000;

/**
 * A PDF that any program has written or saved: with tables or streams of references, objects packed into streams, and parts
 * that were added later. Where its tables do not fit, its objects are looked for. Throws a RangeError for what is no PDF.
 */
export class PdfReader {
  readonly trailer: PdfDictionary;
  readonly #file: string;
  readonly #places: ReadonlyMap<number, ObjectPlace>;
  readonly #packed = new Map<number, ReadonlyMap<number, string>>();

  private constructor(file: string, places: ReadonlyMap<number, ObjectPlace>, trailer: PdfDictionary) {
    [this.#file, this.#places, this.trailer] = [file, places, trailer];
  }

  static read(bytes: Uint8Array): PdfReader {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const start = whole.slice(0, 1024).indexOf('%PDF-');
    if (start === -1) throw new RangeError('it does not begin as one');
    // Places count from there.
    const file = whole.slice(start);
    try {
      const { places, trailer } = readTables(file);
      const reader = new PdfReader(file, places, trailer);
      if (reader.isEncrypted || reader.catalog.has('Pages')) return reader;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const { places, trailer } = scanObjects(file);
    const reader = new PdfReader(file, places, trailer);
    if (!reader.isEncrypted && !reader.catalog.has('Pages')) throw new RangeError('it has no pages');
    return reader;
  }

  /** Whether a password, or the wish to have one, keeps others from its texts. */
  get isEncrypted(): boolean {
    return this.trailer.has('Encrypt');
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer.get('Root'));
  }

  /** Object numbers of the pages, in order. */
  pages(): readonly number[] {
    const pages: number[] = [];
    const seen = new Set<number>();
    const below = (value: string | undefined, depth: number): void => {
      const number = numberOf(value);
      if (number === null || seen.has(number) || depth > deepest || pages.length >= mostPages) return;
      seen.add(number);
      const node = this.dictionary(value);
      if (node.has('Kids')) for (const kid of this.array(node.get('Kids'))) below(kid, depth + 1);
      else pages.push(number);
    };
    below(this.catalog.get('Pages'), 0);
    return pages;
  }

  /** A value, or the object that it refers to; `null` (the word) where that is not there. */
  resolve(value: string | undefined): string {
    let found = value ?? 'null';
    for (let depth = 0; depth < deepest; depth++) {
      const number = numberOf(found);
      if (number === null) return found;
      found = this.#text(number);
    }
    return 'null';
  }

  /** A dictionary, or that of a stream; empty where the value is none. */
  dictionary(value: string | undefined): PdfDictionary {
    const text = this.resolve(value);
    return text.startsWith('<<') ? parseDictionary(text) : new Map();
  }

  /** The raw values of an array; none where the value is none. */
  array(value: string | undefined): readonly string[] {
    const text = this.resolve(value);
    if (!text.startsWith('[')) return [];
    const items: string[] = [];
    const space = /[\s\0]*/y;
    for (let at = 1; ;) {
      space.lastIndex = at;
      space.test(text);
      at = space.lastIndex;
      if (at >= text.length || text[at] === ']') return items;
      const end = valueEnd(text, at);
      items.push(text.slice(at, end));
      at = end;
    }
  }

  /** The numbers of an array. */
  numbers(value: string | undefined): readonly number[] {
    return this.array(value).map((item) => Number(this.resolve(item)));
  }

  number(value: string | undefined): number {
    return value === undefined ? Number.NaN : Number(this.resolve(value));
  }

  /** What a stream holds, unpacked. Throws a RangeError where it cannot be. */
  stream(value: string | undefined): Buffer {
    const place = this.#places.get(numberOf(value) ?? -1);
    if (place === undefined || place.kind !== 'own') throw new RangeError('There is no such stream');
    return decodeStream(this.#file, place.at, (length) => this.number(length));
  }

  #text(number: number): string {
    const place = this.#places.get(number);
    if (place === undefined) return 'null';
    if (place.kind === 'packed') return this.#packedIn(place.stream).get(number) ?? 'null';
    const head = /\s*(\d+)\s+\d+\s+obj\s*/y;
    head.lastIndex = place.at;
    if (Number(head.exec(this.#file)?.[1] ?? -1) !== number)
      throw new RangeError(`object ${number} is not where it is said to be`);
    return this.#file.slice(head.lastIndex, valueEnd(this.#file, head.lastIndex));
  }

  /** The objects that are packed into a stream (ISO 32000-1, 7.5.7). */
  #packedIn(stream: number): ReadonlyMap<number, string> {
    const known = this.#packed.get(stream);
    if (known !== undefined) return known;
    const objects = new Map<number, string>();
    this.#packed.set(stream, objects);
    const entries = this.dictionary(`${stream} 0 R`);
    const text = this.stream(`${stream} 0 R`).toString('latin1');
    const first = this.number(entries.get('First'));
    const head = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
    for (let i = 0; i + 1 < head.length; i += 2) {
      const at = first + (head[i + 1] ?? 0);
      const start = at + (/^[\s\0]*/.exec(text.slice(at, at + 64))?.[0].length ?? 0);
      objects.set(head[i] ?? -1, text.slice(start, valueEnd(text, start)));
    }
    return objects;
  }
}

/** The object number of a reference of any generation; `null` for another value. */
export function numberOf(value: string | undefined): number | null {
  const match = /^(\d+)\s+\d+\s+R$/.exec(value ?? '');
  return match === null ? null : Number(match[1]);
}
