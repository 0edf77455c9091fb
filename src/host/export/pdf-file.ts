import { createHash } from 'node:crypto';
import { dictionary, parseDictionary, type PdfDictionary, referenceTo, references, valueEnd } from './pdf-values.ts';

/** A stream: its dictionary without `Length`, and its bytes as they stand in the file. */
export interface PdfStream {
  readonly entries: PdfDictionary;
  readonly bytes: Uint8Array;
}

/** What an object is replaced by. */
interface Written {
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/**
 * A PDF as Chromium writes it (version 1.4, one cross-reference table), in which single objects can be read, replaced,
 * added and removed, while all others stay byte for byte as they are. A general PDF library reads all of the objects to do that,
 * which takes as long again as printing: a tagged page has fifty of them.
 */
export class PdfFile {
  /** The document’s catalogue. */
  readonly catalog: PdfDictionary;
  /** Object numbers of the pages, in order. */
  readonly pages: readonly number[];
  readonly #bytes: Buffer;
  /** Where each object starts, by its number; 0 for none. */
  readonly #offsets: number[];
  /** Where each object ends: at the next one, or at the table. A stream may hold the word that ends an object. */
  readonly #ends: readonly number[];
  readonly #trailer: PdfDictionary;
  readonly #written = new Map<number, Written>();
  /** Numbers of objects that were removed; those from `#nextFree` on are to be had. */
  readonly #free: number[] = [];
  #nextFree = 0;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const [header, end] = this.#line(table + 'xref\n'.length);
    const count = Number(/^0 (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (!Number.isInteger(count)) throw new RangeError('The PDF has no cross-reference table of the known form');
    // Each entry has 20 bytes: ten digits first.
    const entries = bytes.toString('latin1', end, end + count * 20);
    this.#offsets = Array.from({ length: count }, (_, i) => Number(entries.slice(i * 20, i * 20 + 10)));
    this.#ends = endsOf(this.#offsets, table);
    const trailer = bytes.toString('latin1', end + count * 20);
    this.#trailer = parseDictionary(trailer.slice(trailer.indexOf('<<')));
    this.catalog = this.dictionary(required(this.#trailer.get('Root'), 'Root'));
    this.pages = this.#pagesBelow(required(this.catalog.get('Pages'), 'Pages'));
  }

  /** Reads the table, the catalogue and the page tree. Throws a RangeError for a file that is not of the known form. */
  static read(bytes: Uint8Array): PdfFile {
    return new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** All objects that are dictionaries, or streams with one, as they are written now. */
  *objects(): Generator<{ readonly number: number; readonly text: string; readonly isStream: boolean }> {
    for (let number = 1; number < this.#offsets.length; number++) {
      const written = this.#written.get(number);
      if (written !== undefined) yield { number, text: written.text, isStream: written.stream !== null };
      else if (this.has(number) && this.#bytes.toString('latin1', ...this.#range(number)).includes('<<')) {
        const { text, end } = this.#head(number);
        const word = this.#bytes.indexOf('stream', end);
        yield { number, text, isStream: word >= 0 && word <= end + 2 };
      }
    }
  }

  /** An object that is no stream, as it is written. */
  text(number: number): string {
    const written = this.#written.get(number);
    if (written !== undefined) return written.text;
    const [from, to] = this.#range(number);
    const start = this.#bytes.indexOf('obj', from) + 3;
    return this.#bytes.toString('latin1', start, this.#bytes.lastIndexOf('endobj', to)).trim();
  }

  /** The dictionary that is object `number`, or that begins it where it is a stream. */
  dictionary(number: number): PdfDictionary {
    const written = this.#written.get(number);
    return parseDictionary(written === undefined ? this.#head(number).text : written.text);
  }

  /** The stream that is object `number`. Throws a RangeError for one whose length does not stand in its own dictionary. */
  stream(number: number): PdfStream {
    const written = this.#written.get(number);
    if (written !== undefined && written.stream !== null)
      return { entries: parseDictionary(written.text), bytes: written.stream };
    const { text, end } = this.#head(number);
    const entries = new Map(parseDictionary(text));
    const length = Number(entries.get('Length') ?? Number.NaN);
    const word = this.#bytes.indexOf('stream', end);
    if (!Number.isInteger(length) || word < 0 || word > end + 2)
      throw new RangeError(`Object ${number} is not a stream of the known form`);
    const start = word + (this.#bytes[word + 6] === 0x0d ? 8 : 7);
    entries.delete('Length');
    return { entries, bytes: this.#bytes.subarray(start, start + length) };
  }

  /** A number for a new object, to be given to {@link write} with what is in it. */
  reserve(): number {
    return this.#free[this.#nextFree++] ?? this.#offsets.push(0) - 1;
  }

  /** Writes a reserved object, or replaces one that is there. */
  write(number: number, value: string | Iterable<readonly [string, string]>): void {
    this.#written.set(number, { text: typeof value === 'string' ? value : dictionary(value), stream: null });
  }

  writeStream(number: number, { entries, bytes }: PdfStream): void {
    const text = dictionary(new Map(entries).set('Length', String(bytes.length)));
    this.#written.set(number, { text, stream: bytes });
  }

  /** Whether there is an object of this number. */
  has(number: number): boolean {
    return this.#written.has(number) || (this.#offsets[number] ?? 0) > 0;
  }

  /** Takes an object out; its number goes to a new one. */
  remove(number: number): void {
    this.#written.delete(number);
    this.#offsets[number] = 0;
    this.#free.push(number);
  }

  /** The file with this catalogue, and `info` as its only information dictionary. */
  finish(catalog: PdfDictionary, info: Iterable<readonly [string, string]>): Uint8Array<ArrayBuffer> {
    const infoNumber = referenceTo(this.#trailer.get('Info')) ?? this.reserve();
    this.write(infoNumber, info);
    this.write(required(this.#trailer.get('Root'), 'Root'), catalog);

    const { parts, places, end } = this.#assembled();
    const hash = createHash('md5');
    for (const part of parts) hash.update(part);
    const id = `<${hash.digest('hex').toUpperCase()}>`;
    const trailer = new Map([
      ...this.#trailer,
      ['Size', String(places.length)],
      ['Info', `${infoNumber} 0 R`],
      ['ID', `[${id}${id}]`],
    ] as const);
    const entries = places.map((place) =>
      place === 0 ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
    );
    const table = `xref\n0 ${places.length}\n${entries.join('')}trailer\n${dictionary(trailer)}\nstartxref\n${end}\n%%EOF\n`;
    const last = Buffer.from(table, 'latin1');
    const result = new Uint8Array(end + last.length);
    let to = 0;
    for (const part of [...parts, last]) {
      result.set(part, to);
      to += part.length;
    }
    return result;
  }

  /** All objects in the order of their numbers, and where each is. */
  #assembled(): { readonly parts: readonly Uint8Array[]; readonly places: readonly number[]; readonly end: number } {
    const parts: Uint8Array[] = [];
    const places = this.#offsets.map(() => 0);
    // The second line tells programs that pass files on that this one is no text.
    let texts = '%PDF-1.7\n%\xD3\xEB\xE9\xE1\n';
    let end = 0;
    const add = (bytes: Uint8Array): void => {
      const before = Buffer.from(texts, 'latin1');
      texts = '';
      parts.push(before, bytes);
      end += before.length + bytes.length;
    };
    for (let number = 1; number < places.length; number++) {
      const written = this.#written.get(number);
      if (written === undefined && this.#offsets[number] === 0) continue;
      places[number] = end + texts.length;
      if (written === undefined) add(this.#bytes.subarray(...this.#range(number)));
      else {
        texts += `${number} 0 obj\n${written.text}\n`;
        if (written.stream !== null) {
          texts += 'stream\n';
          add(written.stream);
          texts += '\nendstream\n';
        }
        texts += 'endobj\n';
      }
    }
    add(new Uint8Array(0));
    return { parts, places, end };
  }

  /** The dictionary that an object is, or begins with, and where in the file it ends. */
  #head(number: number): { readonly text: string; readonly end: number } {
    const [from, to] = this.#range(number);
    const start = this.#bytes.indexOf('<<', from);
    // Most are short; what follows one may be a picture.
    for (let length = 4096; ; length *= 16) {
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
    const [from, to] = [this.#offsets[number] ?? 0, this.#ends[number] ?? 0];
    if (from === 0 || to <= from) throw new RangeError(`The PDF has no object ${number}`);
    return [from, to];
  }

  #line(from: number): [text: string, end: number] {
    const end = this.#bytes.indexOf('\n', from);
    return [this.#bytes.toString('latin1', from, end).trim(), end + 1];
  }

  #pagesBelow(number: number): readonly number[] {
    const node = this.dictionary(number);
    return node.get('Type') === '/Pages'
      ? references(node.get('Kids') ?? '').flatMap((kid) => this.#pagesBelow(kid))
      : [number];
  }
}

/** Where each object ends that starts at one of `offsets` (0 for none), all of them before `table`. */
function endsOf(offsets: readonly number[], table: number): readonly number[] {
  const starts = Float64Array.from(offsets).toSorted();
  const next = new Map(Array.from(starts, (start, i) => [start, starts[i + 1] ?? table]));
  return offsets.map((offset) => next.get(offset) ?? 0);
}

function required(value: string | undefined, key: string): number {
  const number = referenceTo(value);
  if (number === null) throw new RangeError(`The PDF’s ${key} is not a reference`);
  return number;
}
