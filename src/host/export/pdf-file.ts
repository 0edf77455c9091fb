import { createHash } from 'node:crypto';
import { type PdfObject, PdfSource } from './pdf-source.ts';
import { dictionary, parseDictionary, type PdfDictionary, referenceTo, references } from './pdf-values.ts';

/** A stream: its dictionary without `Length`, and its bytes as they stand in the file. */
export interface PdfStream {
  readonly entries: PdfDictionary;
  readonly bytes: Uint8Array;
}

/**
 * One PDF or several, as Chromium writes them, as one document in which single objects can be read, replaced, added and removed,
 * while all others stay as they are. A general PDF library reads all of the objects to do that, which takes as long again as
 * printing: a tagged page has fifty of them.
 *
 * Of several, the objects of later ones have other numbers here than in their files.
 */
export class PdfFile {
  /** The catalogues, one of each file. The first is the document’s. */
  readonly catalogs: readonly PdfDictionary[];
  /** The object number of the page tree’s root. */
  readonly pageRoot: number;
  readonly #sources: readonly PdfSource[];
  #pages: readonly number[];
  readonly #written = new Map<number, PdfObject>();
  readonly #removed = new Set<number>();
  /** Numbers of objects that were removed; those from `#nextFree` on are to be had. */
  readonly #free: number[] = [];
  #nextFree = 0;
  /** How many numbers there are. */
  #count: number;

  private constructor(sources: readonly PdfSource[]) {
    this.#sources = sources;
    this.#count = sources.at(-1)?.end ?? 0;
    this.catalogs = sources.map(({ trailer }) => this.dictionary(required(trailer.get('Root'), 'Root')));
    const roots = this.catalogs.map((catalog) => required(catalog.get('Pages'), 'Pages'));
    this.#pages = roots.flatMap((root) => this.#pagesBelow(root));
    this.pageRoot = roots.length === 1 ? (roots[0] ?? 0) : this.#joinPages(roots);
  }

  /**
   * Reads one file, or several that are to become one, their pages one after the other. Throws a RangeError for a file that
   * is not of the known form.
   */
  static read(...files: readonly Uint8Array[]): PdfFile {
    const sources: PdfSource[] = [];
    for (const bytes of files) sources.push(PdfSource.read(bytes, sources.at(-1)?.end ?? 0));
    PdfSource.shareImages(sources);
    return new PdfFile(sources);
  }

  get catalog(): PdfDictionary {
    return this.catalogs[0] ?? new Map();
  }

  /** Object numbers of the pages, in order. */
  get pages(): readonly number[] {
    return this.#pages;
  }

  /** How many numbers of objects there are: every one that is given to an object is less. */
  get size(): number {
    return this.#count;
  }

  /** All objects that are dictionaries, or streams with one, as they are written now. */
  *objects(): Generator<{ readonly number: number; readonly text: string; readonly isStream: boolean }> {
    for (let number = 1; number < this.#count; number++) {
      const object = this.has(number) ? this.#object(number) : null;
      if (object?.text.startsWith('<<')) yield { number, text: object.text, isStream: object.stream !== null };
    }
  }

  /** An object that is no stream, as it is written; of a stream its dictionary. */
  text(number: number): string {
    return this.#object(number).text;
  }

  /** The dictionary that is object `number`, or that begins it where it is a stream. */
  dictionary(number: number): PdfDictionary {
    return parseDictionary(this.#object(number).text);
  }

  /** The stream that is object `number`. Throws a RangeError for one whose length does not stand in its own dictionary. */
  stream(number: number): PdfStream {
    const { text, stream } = this.#object(number);
    if (stream === null) throw new RangeError(`Object ${number} is not a stream of the known form`);
    const entries = new Map(parseDictionary(text));
    entries.delete('Length');
    return { entries, bytes: stream };
  }

  /** A number for a new object, to be given to {@link write} with what is in it. */
  reserve(): number {
    return this.#free[this.#nextFree++] ?? this.#count++;
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
    if (this.#written.has(number)) return true;
    return !this.#removed.has(number) && this.#source(number)?.has(number) === true;
  }

  /** Takes an object out; its number goes to a new one. */
  remove(number: number): void {
    this.#written.delete(number);
    this.#removed.add(number);
    this.#free.push(number);
  }

  /** Takes pages out of the document; what they name stays. */
  takePages(gone: ReadonlySet<number>): void {
    const count = (node: number): number => {
      const entries = this.dictionary(node);
      if (entries.get('Type') !== '/Pages') return gone.has(node) ? 0 : 1;
      const kids = references(entries.get('Kids') ?? '').map((kid) => ({ kid, pages: count(kid) }));
      const total = kids.reduce((sum, { pages }) => sum + pages, 0);
      if (String(total) === entries.get('Count')) return total;
      const kept = kids.flatMap(({ kid, pages }) => (pages === 0 ? [] : [`${kid} 0 R`]));
      this.write(node, new Map(entries).set('Count', String(total)).set('Kids', `[${kept.join(' ')}]`));
      return total;
    };
    count(this.pageRoot);
    this.#pages = this.#pages.filter((page) => !gone.has(page));
    for (const page of gone) this.remove(page);
  }

  /** The file with this catalogue, and `info` as its only information dictionary. */
  finish(catalog: PdfDictionary, info: Iterable<readonly [string, string]>): Uint8Array<ArrayBuffer> {
    const [first, ...others] = this.#sources;
    if (first === undefined) throw new RangeError('There is no PDF');
    for (const { trailer } of others)
      for (const key of ['Root', 'Info']) this.#removed.add(referenceTo(trailer.get(key)) ?? 0);
    const infoNumber = referenceTo(first.trailer.get('Info')) ?? this.reserve();
    this.write(infoNumber, info);
    this.write(required(first.trailer.get('Root'), 'Root'), catalog);

    const { parts, places, end } = this.#assembled();
    const hash = createHash('md5');
    for (const part of parts) hash.update(part);
    const id = `<${hash.digest('hex').toUpperCase()}>`;
    const trailer = new Map([
      ...first.trailer,
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
    const places = Array.from({ length: this.#count }, () => 0);
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
      if (!this.has(number)) continue;
      places[number] = end + texts.length;
      const { text, stream } = this.#object(number);
      texts += `${number} 0 obj\n${text}\n`;
      if (stream !== null) {
        texts += 'stream\n';
        add(stream);
        texts += '\nendstream\n';
      }
      texts += 'endobj\n';
    }
    add(new Uint8Array(0));
    return { parts, places, end };
  }

  #object(number: number): PdfObject {
    const written = this.#written.get(number);
    if (written !== undefined) return written;
    const source = this.has(number) ? this.#source(number) : undefined;
    if (source === undefined) throw new RangeError(`The PDF has no object ${number}`);
    return source.object(number);
  }

  #source(number: number): PdfSource | undefined {
    return this.#sources.find(({ end }) => number < end);
  }

  #pagesBelow(number: number): readonly number[] {
    const node = this.dictionary(number);
    return node.get('Type') === '/Pages'
      ? references(node.get('Kids') ?? '').flatMap((kid) => this.#pagesBelow(kid))
      : [number];
  }

  /** Puts the page trees of several files under one root, and returns its number. */
  #joinPages(kids: readonly number[]): number {
    const top = this.reserve();
    for (const kid of kids) this.write(kid, new Map(this.dictionary(kid)).set('Parent', `${top} 0 R`));
    this.write(top, [
      ['Type', '/Pages'],
      ['Count', String(this.pages.length)],
      ['Kids', `[${kids.map((kid) => `${kid} 0 R`).join(' ')}]`],
    ]);
    return top;
  }
}

function required(value: string | undefined, key: string): number {
  const number = referenceTo(value);
  if (number === null) throw new RangeError(`The PDF’s ${key} is not a reference`);
  return number;
}
