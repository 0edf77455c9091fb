import { dictionary, parseDictionary, type PdfDictionary, referenceTo, references } from './pdf-values.ts';

/**
 * A PDF as Chromium writes it (version 1.4, one cross-reference table), in which single objects can be read, replaced
 * and added while every other byte stays where it is. A general PDF library reads all of the objects to do that, which
 * takes as long again as printing: a tagged page has a hundred of them.
 */
export class PdfFile {
  /** The document’s catalogue. */
  readonly catalog: PdfDictionary;
  /** Object numbers of the pages, in order. */
  readonly pages: readonly number[];
  readonly #bytes: Buffer;
  readonly #table: number;
  readonly #offsets: number[];
  readonly #trailer: PdfDictionary;
  readonly #catalogNumber: number;
  readonly #written: string[] = [];
  #end: number;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
    this.#table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const [header, end] = this.#line(this.#table + 'xref\n'.length);
    const count = Number(/^0 (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (!Number.isInteger(count)) throw new RangeError('The PDF has no cross-reference table of the known form');
    // Each entry has 20 bytes: ten digits first.
    this.#offsets = Array.from({ length: count }, (_, i) =>
      Number(bytes.toString('latin1', end + i * 20, end + i * 20 + 10)),
    );
    const trailer = bytes.toString('latin1', end + count * 20);
    this.#trailer = parseDictionary(trailer.slice(trailer.indexOf('<<')));
    this.#end = this.#table;
    this.#catalogNumber = required(this.#trailer.get('Root'), 'Root');
    this.catalog = this.dictionary(this.#catalogNumber);
    this.pages = this.#pagesBelow(required(this.catalog.get('Pages'), 'Pages'));
  }

  /** Reads the table, the catalogue and the page tree. Throws a RangeError for a file that is not of the known form. */
  static read(bytes: Uint8Array): PdfFile {
    return new PdfFile(Buffer.from(bytes));
  }

  /** The dictionary that is object `number`. */
  dictionary(number: number): PdfDictionary {
    const [from, to] = this.#range(number);
    const text = this.#bytes.toString('latin1', from, to);
    return parseDictionary(text.slice(text.indexOf('obj') + 3));
  }

  /** A number for a new object, to be given to {@link write} with what is in it. */
  reserve(): number {
    return this.#offsets.push(0) - 1;
  }

  /** Writes a reserved object, or replaces one that is there: spaces may stand between objects, and nothing of it remains. */
  write(number: number, entries: Iterable<readonly [string, string]>): void {
    if (this.#offsets[number] !== 0) this.#bytes.fill(' ', ...this.#range(number));
    const text = `${number} 0 obj\n${dictionary(entries)}\nendobj\n`;
    this.#offsets[number] = this.#end;
    this.#end += text.length;
    this.#written.push(text);
  }

  /** The file with this catalogue, and `info` as its only information dictionary. */
  finish(catalog: PdfDictionary, info: Iterable<readonly [string, string]>): Uint8Array<ArrayBuffer> {
    const infoNumber = referenceTo(this.#trailer.get('Info')) ?? this.reserve();
    this.write(infoNumber, info);
    this.write(this.#catalogNumber, catalog);
    const trailer = new Map([
      ...this.#trailer,
      ['Size', String(this.#offsets.length)],
      ['Info', `${infoNumber} 0 R`],
    ] as const);
    const entries = this.#offsets.map((offset, i) =>
      i === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    const table = `xref\n0 ${this.#offsets.length}\n${entries.join('')}trailer\n${dictionary(trailer)}\nstartxref\n${this.#end}\n%%EOF\n`;
    const appended = Buffer.from(this.#written.join('') + table, 'latin1');
    const result = new Uint8Array(this.#table + appended.length);
    result.set(this.#bytes.subarray(0, this.#table));
    result.set(appended, this.#table);
    return result;
  }

  #range(number: number): [from: number, to: number] {
    const from = this.#offsets[number] ?? Number.NaN;
    const end = this.#bytes.indexOf('endobj', from);
    if (!(from > 0) || end < 0) throw new RangeError(`The PDF has no object ${number}`);
    return [from, end + 'endobj'.length];
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

function required(value: string | undefined, key: string): number {
  const number = referenceTo(value);
  if (number === null) throw new RangeError(`The PDF’s ${key} is not a reference`);
  return number;
}
