import type { OutlineEntry } from '../../core/export/outline.ts';
import type { PdfFile } from './pdf-file.ts';
import { textString } from './pdf-values.ts';

/** Writes an outline and returns the number of its root. */
export function writeOutline(pdf: PdfFile, entries: readonly OutlineEntry[]): number {
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
