import type { PdfFile } from './pdf-file.ts';
import { arrayItems, dictionary, parseDictionary, type PdfDictionary, references, referenceTo } from './pdf-values.ts';

/** One tag of a document: an element of its structure tree. */
export interface StructElement {
  readonly kind: 'element';
  /** Such as `P` or `H1`. */
  readonly type: string;
  /** What else its dictionary says, raw: `Alt`, `Lang`, `A`, `ID`, `T`. */
  readonly entries: PdfDictionary;
  readonly kids: readonly StructKid[];
}

/** A piece of what is drawn: on a page, or in a drawing of its own that a page shows. */
export interface MarkedContent {
  readonly kind: 'content';
  /** Object number of the page. */
  readonly page: number;
  /** Object number of the drawing; `null` for the page’s own content. */
  readonly stream: number | null;
  /** Its number there. */
  readonly mark: number;
}

/** An annotation, such as what makes a link work. */
export interface TaggedAnnotation {
  readonly kind: 'annotation';
  readonly number: number;
  readonly page: number;
}

export type StructKid = StructElement | MarkedContent | TaggedAnnotation;

const structural = new Set(['Type', 'S', 'P', 'Pg', 'K']);

/** Most elements by far: no attributes, and kids that are elements or content of one page. */
const plain =
  /^<<\/Type \/StructElem\s\/S \/([A-Za-z0-9]+)\s\/P \d+ 0 R(?:\s\/Pg (\d+) 0 R)?\s\/K (?:\[([\d\sR]*)\]|([\d\sR]+))>>$/;

/**
 * Reads a document’s structure tree, and takes its elements out of the file: {@link writeStructure} puts a tree back. Of a
 * document that was several files, the first one’s root holds what all roots held. `null` for a document without tags.
 * @param gone annotations that are no more
 */
export function takeStructure(pdf: PdfFile, gone: ReadonlySet<number>): StructElement | null {
  const roots = pdf.catalogs.flatMap((catalog) => referenceTo(catalog.get('StructTreeRoot')) ?? []);
  const elements = roots.flatMap((root, i): readonly StructElement[] => {
    const entries = pdf.dictionary(root);
    const top = references(entries.get('K') ?? '')[0];
    const element = top === undefined ? null : readElement(pdf, top, null, gone);
    for (const name of ['ParentTree', 'IDTree']) dropTree(pdf, entries.get(name));
    if (i > 0) pdf.remove(root);
    return element === null ? [] : [element];
  });
  const [first] = elements;
  return first === undefined ? null : { ...first, kids: elements.flatMap(({ kids }) => kids) };
}

function readElement(pdf: PdfFile, number: number, inherited: number | null, gone: ReadonlySet<number>): StructElement {
  const text = pdf.text(number);
  pdf.remove(number);
  const [, type, page, list, single] = plain.exec(text) ?? [];
  if (type !== undefined) {
    const on = page === undefined ? inherited : Number(page);
    const kids = readPlainKids(pdf, list ?? single ?? '', on, gone);
    return { kind: 'element', type, entries: none, kids };
  }
  const entries = new Map(parseDictionary(text));
  const on = referenceTo(entries.get('Pg')) ?? inherited;
  const kids = kidItems(entries.get('K') ?? '').flatMap((kid) => readKid(pdf, kid, on, gone));
  const name = entries.get('S')?.slice(1) ?? 'NonStruct';
  for (const key of structural) entries.delete(key);
  return { kind: 'element', type: name, entries, kids };
}

const none: PdfDictionary = new Map();

function readPlainKids(
  pdf: PdfFile,
  list: string,
  page: number | null,
  gone: ReadonlySet<number>,
): readonly StructKid[] {
  return Array.from(list.matchAll(/(\d+)( 0 R)?/g), ([, digits, isReference]) =>
    isReference === undefined ? content(page, null, Number(digits)) : readElement(pdf, Number(digits), page, gone),
  );
}

function kidItems(value: string): readonly string[] {
  return value.startsWith('[') ? arrayItems(value) : value === '' ? [] : [value];
}

function readKid(
  pdf: PdfFile,
  kid: string,
  page: number | null,
  gone: ReadonlySet<number>,
): StructKid | readonly StructKid[] {
  const element = referenceTo(kid);
  if (element !== null) return readElement(pdf, element, page, gone);
  if (!kid.startsWith('<<')) return content(page, null, Number(kid));
  const entries = parseDictionary(kid);
  const on = referenceTo(entries.get('Pg')) ?? page;
  const annotation = referenceTo(entries.get('Obj'));
  if (annotation !== null && gone.has(annotation)) return [];
  if (annotation !== null) return { kind: 'annotation', number: annotation, page: on ?? 0 };
  return content(on, referenceTo(entries.get('Stm')), Number(entries.get('MCID')));
}

function content(page: number | null, stream: number | null, mark: number): MarkedContent {
  if (page === null || !Number.isInteger(mark)) throw new RangeError('The PDF tags content that is on no page');
  return { kind: 'content', page, stream, mark };
}

/** The trees that find elements by their content and by their names are made anew when a structure is written. */
function dropTree(pdf: PdfFile, value: string | undefined): void {
  const number = referenceTo(value);
  if (number === null) return;
  const node = pdf.dictionary(number);
  for (const kid of references(node.get('Kids') ?? '')) dropTree(pdf, `${kid} 0 R`);
  // Some of what it names are elements, which have gone already.
  for (const list of references(node.get('Nums') ?? '')) if (pdf.has(list)) pdf.remove(list);
  pdf.remove(number);
}

/** Puts a structure tree into a document. `root` is the one element that holds all others, as {@link takeStructure} gave it. */
export function writeStructure(pdf: PdfFile, root: StructElement, roles: PdfDictionary): void {
  const tree = referenceTo(pdf.catalog.get('StructTreeRoot'));
  if (tree === null) throw new RangeError('The PDF has no structure tree');
  const parents = new ParentTree(pdf);
  const names = new Names();
  const top = writeElement(root, tree, { pdf, parents, names });
  const entries = new Map(pdf.dictionary(tree));
  entries.delete('IDTree');
  entries.set('K', `${top} 0 R`);
  entries.set('ParentTree', `${parents.write()} 0 R`);
  entries.set('ParentTreeNextKey', String(parents.nextKey));
  entries.set('RoleMap', dictionary(roles));
  if (names.elements.size > 0) entries.set('IDTree', `${writeNames(pdf, names.elements)} 0 R`);
  pdf.write(tree, entries);
}

interface Writing {
  readonly pdf: PdfFile;
  readonly parents: ParentTree;
  readonly names: Names;
}

/**
 * Names of elements that others refer to: cells of a table to their headers. The browser’s tell how many elements it had
 * numbered before, which is never the same; these count on.
 */
class Names {
  /** Elements by their names, which are raw strings. */
  readonly elements = new Map<string, number>();
  readonly #known = new Map<string, string>();

  /** The entries of an element, with the names in it replaced. */
  inEntries(entries: PdfDictionary, element: number): PdfDictionary {
    const id = entries.get('ID');
    const headers = entries.get('A')?.includes('/Headers') === true;
    if (id === undefined && !headers) return entries;
    const replaced = new Map(entries);
    if (id !== undefined) {
      const name = this.#name(id);
      replaced.set('ID', name);
      this.elements.set(name, element);
    }
    if (headers) {
      const named = /\/Headers\s*\[[^\]]*\]/g;
      const replaceAll = (list: string): string => list.replace(/\([^)]*\)/g, (old) => this.#name(old));
      replaced.set('A', (entries.get('A') ?? '').replace(named, replaceAll));
    }
    return replaced;
  }

  #name(old: string): string {
    const name = this.#known.get(old) ?? `(cell${String(this.#known.size + 1).padStart(8, '0')})`;
    this.#known.set(old, name);
    return name;
  }
}

function writeElement(element: StructElement, parent: number, writing: Writing): number {
  const { pdf, parents, names } = writing;
  const number = pdf.reserve();
  const page = element.kids.find((kid) => kid.kind !== 'element')?.page;
  const kids = element.kids.map((kid) => {
    if (kid.kind === 'element') return `${writeElement(kid, number, writing)} 0 R`;
    parents.add(kid, number);
    return kid.kind === 'annotation' ? annotationKid(kid) : contentKid(kid, page ?? kid.page);
  });
  const more = Array.from(names.inEntries(element.entries, number), ([key, value]) => `\n/${key} ${value}`).join('');
  const list = kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`;
  const on = page === undefined ? '' : `\n/Pg ${page} 0 R`;
  pdf.write(number, `<</Type /StructElem\n/S /${element.type}\n/P ${parent} 0 R${on}\n/K ${list}${more}>>`);
  return number;
}

function contentKid({ page, stream, mark }: MarkedContent, own: number): string {
  if (stream !== null) return `<</Type /MCR\n/Pg ${page} 0 R\n/Stm ${stream} 0 R\n/MCID ${mark}>>`;
  return page === own ? String(mark) : `<</Type /MCR\n/Pg ${page} 0 R\n/MCID ${mark}>>`;
}

function annotationKid({ number, page }: TaggedAnnotation): string {
  return `<</Type /OBJR\n/Obj ${number} 0 R\n/Pg ${page} 0 R>>`;
}

function writeNames(pdf: PdfFile, names: ReadonlyMap<string, number>): number {
  const sorted = [...names].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const number = pdf.reserve();
  pdf.write(number, `<</Names [${sorted.map(([name, element]) => `${name} ${element} 0 R`).join('\n')}]>>`);
  return number;
}

/** The way back from what is on a page to the element that holds it. */
class ParentTree {
  readonly #pdf: PdfFile;
  /** By the key that a page, a drawing or an annotation names. */
  readonly #contents = new Map<number, number[]>();
  readonly #annotations = new Map<number, number>();
  readonly #keys = new Map<number, number>();

  constructor(pdf: PdfFile) {
    this.#pdf = pdf;
  }

  get nextKey(): number {
    return Math.max(-1, ...this.#contents.keys(), ...this.#annotations.keys()) + 1;
  }

  add(kid: MarkedContent | TaggedAnnotation, element: number): void {
    if (kid.kind === 'annotation') {
      this.#annotations.set(this.#key(kid.number, 'StructParent'), element);
      return;
    }
    const key = this.#key(kid.stream ?? kid.page, 'StructParents');
    const marks = this.#contents.get(key) ?? [];
    marks[kid.mark] = element;
    this.#contents.set(key, marks);
  }

  write(): number {
    const values = new Map([...this.#annotations].map(([key, element]) => [key, element]));
    for (const [key, marks] of this.#contents) {
      const list = this.#pdf.reserve();
      const items = Array.from(marks, (element) => (element === undefined ? 'null' : `${element} 0 R`));
      this.#pdf.write(list, `[${items.join(' ')}]`);
      values.set(key, list);
    }
    const entries = [...values].toSorted(([a], [b]) => a - b).map(([key, value]) => `${key} ${value} 0 R`);
    const number = this.#pdf.reserve();
    this.#pdf.write(number, `<</Nums [${entries.join('\n')}]>>`);
    return number;
  }

  #key(number: number, name: 'StructParent' | 'StructParents'): number {
    const known = this.#keys.get(number);
    if (known !== undefined) return known;
    const key = Number(this.#pdf.dictionary(number).get(name) ?? Number.NaN);
    if (!Number.isInteger(key)) throw new RangeError(`Object ${number} of the PDF is tagged and does not say so`);
    this.#keys.set(number, key);
    return key;
  }
}
