import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { inParallel } from '../parallel.ts';
import type { PdfFile } from './pdf-file.ts';
import type { MarkedContent } from './pdf-structure.ts';
import { type PdfDictionary, parseDictionary, references, referenceTo } from './pdf-values.ts';

/** What is drawn on a page, or in a drawing that pages show, as operators; and which parts of it are tagged. */
export interface PageContent {
  /** Object number of the page or the drawing. */
  readonly owner: number;
  /** Object number of the stream. */
  readonly stream: number;
  readonly entries: PdfDictionary;
  readonly text: string;
  readonly parts: readonly ContentPart[];
}

interface ContentPart {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Its number, for a part that is tagged. */
  readonly mark: number | null;
}

/** How hard streams are packed: twice as fast as the default, and a tenth larger. */
const level = 3;

const packed = promisify(deflate);

/**
 * Contents that are packed at the same time, by other threads: no browser runs any more that could need the processors. Each takes a quarter of a
 * megabyte until it is done.
 */
const atOnce = 16;

/** Contents between which others have their turn: together they take some milliseconds. */
const inOneGo = 32;

/** Reads the content of all pages, and of all drawings on them that hold tags of their own. By page or drawing. */
export async function readContents(pdf: PdfFile): Promise<ReadonlyMap<number, PageContent>> {
  const owners = [...pdf.pages, ...taggedDrawings(pdf)];
  const contents = new Map<number, PageContent>();
  for (const [i, owner] of owners.entries()) {
    if (i % inOneGo === inOneGo - 1) await setImmediate();
    contents.set(owner, readContent(pdf, owner));
  }
  return contents;
}

function readContent(pdf: PdfFile, owner: number): PageContent {
  const stream = referenceTo(pdf.dictionary(owner).get('Contents')) ?? owner;
  const { entries, bytes } = pdf.stream(stream);
  // Each is small: handing it to another thread takes longer than the work.
  const whole = entries.get('Filter') === '/FlateDecode' ? inflateSync(bytes) : Buffer.from(bytes);
  const read = whole.toString('latin1');
  const text = read.endsWith('\n') ? read : `${read}\n`;
  return { owner, stream, entries, text, parts: partsOf(text) };
}

/** Divides content at its tags. Tags inside of tags, such as the text that stands for a ligature, are no parts. */
function partsOf(text: string): readonly ContentPart[] {
  const parts: ContentPart[] = [];
  let [from, depth, openAt] = [0, 0, -1];
  let mark: number | null = null;
  for (const { 1: operator, index } of text.matchAll(/(B[DM]C|EMC)(?=\n|$)/g)) {
    if (operator === 'EMC') {
      depth--;
      if (depth !== openAt) continue;
      const to = index + 4;
      parts.push({ from, to, mark });
      [from, mark, openAt] = [to, null, -1];
    } else {
      const line = text.lastIndexOf('\n', index) + 1;
      const number = /\/MCID (\d+)/.exec(text.slice(line, index))?.[1];
      if (number !== undefined && mark === null) {
        if (line > from) parts.push({ from, to: line, mark: null });
        [from, mark, openAt] = [line, Number(number), depth];
      }
      depth++;
    }
  }
  if (from < text.length) parts.push({ from, to: text.length, mark });
  return parts;
}

/** The drawings on pages that hold tags, or show others that do, in the order in which pages name them. */
function taggedDrawings(pdf: PdfFile): readonly number[] {
  const known = new Map<number, boolean>();
  const holdsTags = (drawing: number): boolean => {
    const before = known.get(drawing);
    if (before !== undefined) return before;
    const entries = pdf.dictionary(drawing);
    const isDrawing = entries.get('Subtype') === '/Form';
    known.set(drawing, isDrawing && entries.has('StructParents'));
    const inside = isDrawing ? [...drawingsOf(entries).values()].map(holdsTags) : [];
    const holds = known.get(drawing) === true || inside.includes(true);
    known.set(drawing, holds);
    return holds;
  };
  for (const page of pdf.pages) for (const drawing of drawingsOf(pdf.dictionary(page)).values()) holdsTags(drawing);
  return [...known].flatMap(([drawing, holds]) => (holds ? [drawing] : []));
}

/** The drawings and pictures that a page or a drawing can show, by the names that its content has for them. */
function drawingsOf(entries: PdfDictionary): ReadonlyMap<string, number> {
  const resources = entries.get('Resources') ?? '';
  if (!resources.includes('/XObject')) return new Map();
  const named = parseDictionary(parseDictionary(resources).get('XObject') ?? '<<>>');
  return new Map([...named].map(([name, value]) => [name, references(value)[0] ?? 0]));
}

/** Tells whether a tagged part draws letters, or a drawing that may hold some. */
export function textOf(contents: ReadonlyMap<number, PageContent>): (content: MarkedContent) => boolean {
  const withText = new Map(
    [...contents].map(([owner, { text, parts }]) => {
      const marks = parts.filter(
        ({ from, to, mark }) => mark !== null && /T[jJ]\n|\/X\d+ Do\n/.test(text.slice(from, to)),
      );
      return [owner, new Set(marks.map(({ mark }) => mark))];
    }),
  );
  return ({ page, stream, mark }) => withText.get(stream ?? page)?.has(mark) ?? true;
}

/**
 * Writes contents back. What is tagged in them but only decorates, and what is not tagged, is marked as an artifact, which
 * readers pass over. Drawings with tags of their own are left out of that.
 */
export async function writeContents(
  pdf: PdfFile,
  contents: ReadonlyMap<number, PageContent>,
  decorations: readonly MarkedContent[],
  recolour: (operators: string) => string = (operators) => operators,
): Promise<void> {
  const tagged = new Set(contents.keys());
  const decorating = new Set(decorations.map(({ page, stream, mark }) => `${stream ?? page} ${mark}`));
  await inParallel(atOnce, [...contents.values()], async ({ owner, stream, entries, text, parts }) => {
    const drawings = drawingsOf(pdf.dictionary(owner));
    const hasTags = (name: string): boolean => tagged.has(drawings.get(name) ?? 0);
    const marked = parts.map(({ from, to, mark }) => {
      const part = text.slice(from, to);
      if (mark === null) return artifact(part, hasTags);
      if (!decorating.has(`${owner} ${mark}`)) return part;
      return `/Artifact BMC\n${part.slice(part.indexOf('\n') + 1)}`;
    });
    const bytes = await packed(Buffer.from(recolour(marked.join('')), 'latin1'), { level });
    pdf.writeStream(stream, { entries: new Map(entries).set('Filter', '/FlateDecode'), bytes });
  });
}

/** Operators that leave something on the page. */
const paints = /(?:^|\n)(?:f\*?|[BbS]\*?|s|ET)\n| (?:Do|sh)\n/;

function artifact(part: string, hasTags: (drawing: string) => boolean): string {
  if (!paints.test(part)) return part;
  for (const { 0: line, 1: name = '', index } of part.matchAll(/\/(\S+) Do\n/g)) {
    if (!hasTags(name)) continue;
    const rest = part.slice(index + line.length);
    return artifact(part.slice(0, index), hasTags) + line + artifact(rest, hasTags);
  }
  return `/Artifact BMC\n${part}EMC\n`;
}
