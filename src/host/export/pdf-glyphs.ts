import type { PageContent } from './pdf-content.ts';
import type { PdfFile } from './pdf-file.ts';
import { parseDictionary, referenceTo } from './pdf-values.ts';

/** Text in glyph 0, at first sight: few pages have any, and only those are read. */
const maybeZero = /0000[\da-f]*> Tj/i;

/** Indices, from 0, of the pages that show characters which no font has: boxes, glyph 0 of a font (`.notdef`). */
export function glyphlessPages(pdf: PdfFile, contents: ReadonlyMap<number, PageContent>): readonly number[] {
  return pdf.pages.flatMap((number, page) => {
    const text = contents.get(number)?.text ?? '';
    return maybeZero.test(text) && showsGlyphZero(text, wideFonts(pdf, number)) ? [page] : [];
  });
}

/** The names of a page’s fonts whose glyphs have numbers of two bytes. */
function wideFonts(pdf: PdfFile, page: number): ReadonlySet<string> {
  const resources = parseDictionary(pdf.dictionary(page).get('Resources') ?? '<<>>');
  const fonts = [...parseDictionary(resources.get('Font') ?? '<<>>')];
  const isWide = (font: number): boolean => font !== 0 && pdf.dictionary(font).get('Subtype') === '/Type0';
  return new Set(fonts.flatMap(([name, value]) => (isWide(referenceTo(value) ?? 0) ? [name] : [])));
}

function showsGlyphZero(content: string, wide: ReadonlySet<string>): boolean {
  let font = '';
  for (const [, chosen, shown] of content.matchAll(/\/(\S+) \S+ Tf|<([\da-f]+)> Tj/gi)) {
    if (chosen !== undefined) font = chosen;
    else if (wide.has(font) && shown !== undefined && /^(?:.{4})*?0000/.test(shown)) return true;
  }
  return false;
}
