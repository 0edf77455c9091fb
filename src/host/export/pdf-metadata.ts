import type { OutlineEntry } from '../../core/export/outline.ts';
import { PdfFile } from './pdf-file.ts';
import { dateString, dictionary, parseDictionary, referenceTo, textString } from './pdf-values.ts';

/** What a PDF says about itself. Empty texts are left out. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47, such as `en` or `ja`. */
  readonly lang: string;
  /** Name and version of the program. */
  readonly producer: string;
  readonly created: Date;
}

/**
 * Gives a PDF from a print engine its metadata and its outline in place of the browser’s own; its pages and their tags
 * stay byte for byte as they are. Throws a RangeError for a PDF that is not as Chromium writes it, or that does not have
 * `pages` pages.
 */
export function finishPdf(
  bytes: Uint8Array,
  metadata: PdfMetadata,
  outline: readonly OutlineEntry[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const pdf = PdfFile.read(bytes);
  if (pdf.pages.length !== pages) throw new RangeError(`The PDF has ${pdf.pages.length} pages in place of ${pages}`);
  mapRoles(pdf);
  const catalog = new Map(pdf.catalog);
  catalog.set('Lang', textString(metadata.lang));
  const preferences = parseDictionary(catalog.get('ViewerPreferences') ?? '<<>>');
  catalog.set('ViewerPreferences', dictionary(new Map(preferences).set('DisplayDocTitle', 'true')));
  catalog.delete('Outlines');
  if (outline.length > 0) {
    catalog.set('Outlines', `${writeOutline(pdf, outline)} 0 R`);
    catalog.set('PageMode', '/UseOutlines');
  }
  return pdf.finish(catalog, information(metadata));
}

/**
 * Chromium tags stressed words with two types of PDF 2.0 and calls the file 1.4: readers that know no 2.0 lose the words.
 * A role map tells them what to take the types for.
 */
function mapRoles(pdf: PdfFile): void {
  const number = referenceTo(pdf.catalog.get('StructTreeRoot'));
  if (number === null) return;
  const tree = pdf.dictionary(number);
  const roles = new Map([['Strong', '/Span'], ['Em', '/Span'], ...parseDictionary(tree.get('RoleMap') ?? '<<>>')]);
  pdf.write(number, new Map([...tree, ['RoleMap', dictionary(roles)]]));
}

function information({
  title,
  author,
  subject,
  producer,
  created,
}: PdfMetadata): readonly (readonly [string, string])[] {
  const texts = [
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['Creator', producer],
    ['Producer', producer],
  ] as const;
  const date = dateString(created);
  return [
    ...texts.filter(([, text]) => text !== '').map(([key, text]) => [key, textString(text)] as const),
    ['CreationDate', date],
    ['ModDate', date],
  ];
}

/** Writes the outline and returns the number of its root. */
function writeOutline(pdf: PdfFile, entries: readonly OutlineEntry[]): number {
  const root = pdf.reserve();
  const { links, shown } = writeEntries(pdf, entries, root);
  pdf.write(root, [['Type', '/Outlines'], ...links, ['Count', String(shown)]]);
  return root;
}

interface WrittenEntries {
  /** The parent’s `First` and `Last`. */
  readonly links: readonly (readonly [string, string])[];
  /** Entries at this level and below it: all are shown open. */
  readonly shown: number;
}

function writeEntries(pdf: PdfFile, entries: readonly OutlineEntry[], parent: number): WrittenEntries {
  if (entries.length === 0) return { links: [], shown: 0 };
  const numbers = entries.map(() => pdf.reserve());
  let shown = 0;
  for (const [i, entry] of entries.entries()) {
    const page = pdf.pages[entry.page];
    if (page === undefined) throw new RangeError(`The outline names page ${entry.page + 1} of ${pdf.pages.length}`);
    const below = writeEntries(pdf, entry.children, numbers[i] ?? 0);
    shown += 1 + below.shown;
    pdf.write(numbers[i] ?? 0, [
      ['Title', textString(entry.title)],
      ['Parent', `${parent} 0 R`],
      ...neighbour('Prev', numbers[i - 1]),
      ...neighbour('Next', numbers[i + 1]),
      ...below.links,
      ...(below.shown === 0 ? [] : ([['Count', String(below.shown)]] as const)),
      ['Dest', `[${page} 0 R /Fit]`],
    ]);
  }
  return { links: [...neighbour('First', numbers[0]), ...neighbour('Last', numbers.at(-1))], shown };
}

function neighbour(key: string, number: number | undefined): readonly (readonly [string, string])[] {
  return number === undefined ? [] : [[key, `${number} 0 R`]];
}
