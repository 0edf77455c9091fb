import type { PdfFile } from './pdf-file.ts';
import type { PdfPlace } from './pdf-places.ts';
import { parseDictionary, type PdfDictionary, references, textString } from './pdf-values.ts';

/**
 * Says of each link in words where it leads, for those who do not see it. One that leads nowhere, because the part of the
 * document that it was in could not know, is taken out: it is text from then on.
 * @param describe what is known of a name in the document
 * @returns the links that were taken out
 */
export function finishLinks(
  pdf: PdfFile,
  places: ReadonlyMap<string, PdfPlace>,
  describe: (name: string) => string | null,
): ReadonlySet<number> {
  const gone = new Set<number>();
  const names = new Map([...places].map(([name, { raw }]) => [raw, name]));
  for (const page of pdf.pages) {
    const entries = pdf.dictionary(page);
    const annotations = references(entries.get('Annots') ?? '');
    const kept = annotations.filter((number) => {
      const link = pdf.dictionary(number);
      if (link.get('Subtype') !== '/Link') return true;
      const finished = finishLink(link, names, describe);
      if (finished === null) gone.add(number);
      else pdf.write(number, finished);
      return finished !== null;
    });
    if (kept.length === annotations.length) continue;
    pdf.write(page, new Map(entries).set('Annots', `[${kept.map((number) => `${number} 0 R`).join(' ')}]`));
  }
  for (const number of gone) pdf.remove(number);
  return gone;
}

/** `null` for a link that leads nowhere. */
function finishLink(
  link: PdfDictionary,
  names: ReadonlyMap<string, string>,
  describe: (name: string) => string | null,
): PdfDictionary | null {
  const target = link.get('Dest')?.slice(1);
  if (target === undefined) {
    const address = parseDictionary(link.get('A') ?? '<<>>').get('URI') ?? textString('Elsewhere');
    return new Map(link).set('Contents', address);
  }
  const name = names.get(target);
  if (name === undefined) return null;
  return new Map(link).set('Contents', textString(describe(name) ?? 'Elsewhere in this document'));
}
