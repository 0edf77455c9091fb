import { createHash } from 'node:crypto';
import { parseDictionary, type PdfDictionary, valueEnd } from './pdf-values.ts';

/** An object as it is written, without its number; of a stream its dictionary and its bytes. */
export interface PdfObject {
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/** Characters of an object that are looked at first. */
const shortest = 2048;

/**
 * The objects of one file as Chromium writes it: version 1.4, one cross-reference table. Where a document is made of several files,
 * those of a later one count on from those before: their numbers are `base` more than in the file, and so are the references and the keys of
 * the structure tree in them.
 */
export class PdfSource {
  readonly trailer: PdfDictionary;
  /** The first number that is not of this file. */
  readonly end: number;
  readonly #bytes: Buffer;
  readonly #base: number;
  /** Where each object starts, by its number in the file; 0 for none. */
  readonly #offsets: readonly number[];
  /** Where each object ends: at the next one, or at the table. A stream may hold the word that ends an object. */
  readonly #ends: readonly number[];
  /** Pictures that an earlier file has too: what to refer to instead, by number. */
  #shared: ReadonlyMap<number, number> = new Map();

  private constructor(bytes: Buffer, base: number) {
    this.#bytes = bytes;
    this.#base = base;
    const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const [header, end] = this.#line(table + 'xref\n'.length);
    const count = Number(/^0 (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (!Number.isInteger(count)) throw new RangeError('The PDF has no cross-reference table of the known form');
    // Each entry has 20 bytes: ten digits first.
    const entries = bytes.toString('latin1', end, end + count * 20);
    this.#offsets = Array.from({ length: count }, (_, i) => Number(entries.slice(i * 20, i * 20 + 10)));
    this.#ends = endsOf(this.#offsets, table);
    this.end = base + count;
    const trailer = bytes.toString('latin1', end + count * 20);
    this.trailer = parseDictionary(this.#renumbered(trailer.slice(trailer.indexOf('<<'))));
  }

  /** Reads the table of a file. Throws a RangeError for one that is not of the known form. */
  static read(bytes: Uint8Array, base: number): PdfSource {
    return new PdfSource(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), base);
  }

  /** Lets later files use pictures of earlier ones in place of their own, where they are the same. */
  static shareImages(sources: readonly PdfSource[]): void {
    if (sources.length < 2) return;
    const known = new Map<string, number>();
    for (const source of sources) {
      const shared = new Map<number, number>();
      source.#shared = shared;
      // What lies under a picture as its mask comes first: the picture names it.
      for (const isMasked of [false, true]) {
        for (const number of source.#images()) {
          const { text, stream } = source.object(number);
          if (text.includes('/SMask') !== isMasked) continue;
          const key = `${text} ${createHash('md5')
            .update(stream ?? '')
            .digest('hex')}`;
          const before = known.get(key);
          if (before === undefined) known.set(key, number);
          else shared.set(number, before);
        }
      }
    }
  }

  has(number: number): boolean {
    return (this.#offsets[number - this.#base] ?? 0) > 0 && !this.#shared.has(number);
  }

  /** An object by its number in the document. Throws a RangeError for one that is not there. */
  object(number: number): PdfObject {
    const [from, to] = this.#range(number);
    const start = this.#bytes.indexOf('obj', from) + 3;
    const short = this.#bytes.toString('latin1', start, Math.min(to, start + shortest));
    const last = short.lastIndexOf('endobj');
    // Most are elements of the structure tree, and stand whole in a few characters.
    if (last > 0 && !short.includes('stream'))
      return { text: this.#renumbered(short.slice(0, last).trim()), stream: null };
    if (!/^\s*<</.test(short)) {
      const whole = this.#bytes.toString('latin1', start, this.#bytes.lastIndexOf('endobj', to));
      return { text: this.#renumbered(whole.trim()), stream: null };
    }
    const { text, end } = this.#head(this.#bytes.indexOf('<<', start), to);
    const word = /^\s*stream\r?\n/.exec(this.#bytes.toString('latin1', end, end + 16))?.[0];
    if (word === undefined) return { text: this.#renumbered(text), stream: null };
    const length = Number(parseDictionary(text).get('Length') ?? Number.NaN);
    if (!Number.isInteger(length)) throw new RangeError(`Object ${number} is not a stream of the known form`);
    const first = end + word.length;
    return { text: this.#renumbered(text), stream: this.#bytes.subarray(first, first + length) };
  }

  #renumbered(text: string): string {
    if (this.#base === 0) return text;
    return text.replace(
      // Strings hold no references, whatever they look like. Names of cells are told apart by their file.
      /\((node)|\((?:\\[^]|[^\\)])*\)|(\d+)(?= 0 R\b)|(\/StructParents? )(\d+)/g,
      (whole, node?: string, reference?: string, key?: string, value?: string) => {
        if (node !== undefined) return `(f${this.#base}node`;
        if (key !== undefined) return `${key}${Number(value) + this.#base}`;
        if (reference === undefined) return whole;
        const number = Number(reference) + this.#base;
        return String(this.#shared.get(number) ?? number);
      },
    );
  }

  /** Numbers of the pictures. */
  #images(): readonly number[] {
    return this.#offsets.flatMap((offset, i) => {
      if (offset === 0) return [];
      const head = this.#bytes.toString('latin1', offset, Math.min(this.#ends[i] ?? 0, offset + 256));
      return head.includes('/Subtype /Image') ? [i + this.#base] : [];
    });
  }

  /** The dictionary that begins at `start`, and where it ends. */
  #head(start: number, to: number): { readonly text: string; readonly end: number } {
    // Most are short; what follows one may be a picture.
    for (let length = shortest; ; length *= 16) {
      const text = this.#bytes.toString('latin1', start, Math.min(to, start + length));
      try {
        const end = valueEnd(text, 0);
        return { text: text.slice(0, end), end: start + end };
      } catch (error) {
        if (start + length >= to) throw error;
      }
    }
  }

  #range(number: number): [from: number, to: number] {
    const place = number - this.#base;
    const [from, to] = [this.#offsets[place] ?? 0, this.#ends[place] ?? 0];
    if (from === 0 || to <= from) throw new RangeError(`The PDF has no object ${number}`);
    return [from, to];
  }

  #line(from: number): [text: string, end: number] {
    const end = this.#bytes.indexOf('\n', from);
    return [this.#bytes.toString('latin1', from, end).trim(), end + 1];
  }
}

/** Where each object ends that starts at one of `offsets` (0 for none), all of them before `table`. */
function endsOf(offsets: readonly number[], table: number): readonly number[] {
  const starts = Float64Array.from(offsets).toSorted();
  return offsets.map((offset) => {
    if (offset === 0) return 0;
    // The first start that is greater.
    let [from, to] = [0, starts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((starts[middle] ?? 0) > offset) to = middle;
      else from = middle + 1;
    }
    return starts[from] ?? table;
  });
}
