import type { PdfFile } from './pdf-file.ts';
import { parseDictionary, references, textString } from './pdf-values.ts';

/**
 * Says of each link in words where it leads, for those who do not see it: an address, or what `describe` knows of a name in
 * the document.
 */
export function describeLinks(pdf: PdfFile, describe: (name: string) => string | null): void {
  for (const page of pdf.pages) {
    for (const number of references(pdf.dictionary(page).get('Annots') ?? '')) {
      const link = new Map(pdf.dictionary(number));
      if (link.get('Subtype') !== '/Link' || link.has('Contents')) continue;
      const address = parseDictionary(link.get('A') ?? '<<>>').get('URI');
      const name = link.get('Dest')?.replace(/^\//, '') ?? '';
      link.set('Contents', address ?? textString(describe(name) ?? 'Elsewhere in this document'));
      pdf.write(number, link);
    }
  }
}
