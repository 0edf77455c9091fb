import type { PageMark } from './page-mark.ts';

/** Marks on words. */
export const wordMarks: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'StrikeOut', 'Squiggly']);

/**
 * The words that marks lie on, by the object numbers of the marks: which letters stand where, only a program tells that reads
 * fonts. Those of which that cannot be told are left out.
 */
export async function markedWords(bytes: Uint8Array, marks: readonly PageMark[]): Promise<ReadonlyMap<number, string>> {
  const words = new Map<number, string>();
  const pages = new Set(marks.filter(({ subtype }) => wordMarks.has(subtype)).map(({ page }) => page));
  if (pages.size === 0) return words;
  // With its worker in this very thread: it has no file of its own in what is built.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // It takes the bytes for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    for (const page of pages) {
      const listed: readonly unknown[] = await (await document.getPage(page + 1)).getAnnotations();
      for (const each of listed) {
        const { id, overlaidText } = each as { readonly id?: string; readonly overlaidText?: string };
        const number = /^(\d+)R/.exec(id ?? '')?.[1];
        const text = overlaidText?.replace(/\s+/g, ' ').trim() ?? '';
        if (number !== undefined && text !== '') words.set(Number(number), text);
      }
    }
  } catch {
    // A page that it cannot read still has its marks; they are on the slide then.
  } finally {
    await task.destroy();
  }
  return words;
}
