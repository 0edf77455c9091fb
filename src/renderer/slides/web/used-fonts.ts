import type { AssetList } from './asset-list.ts';

/** The `@font-face` rules of the fonts that the page has had to load, with the files that they name. */
export async function usedFonts(assets: AssetList): Promise<string> {
  await document.fonts.ready;
  const loaded = new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(faceName));
  const rules: string[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const value = (property: string, otherwise: string): string =>
        rule.style.getPropertyValue(property).trim() || otherwise;
      const face = {
        family: value('font-family', ''),
        weight: value('font-weight', 'normal'),
        style: value('font-style', 'normal'),
        unicodeRange: value('unicode-range', 'U+0-10FFFF'),
      };
      if (loaded.has(faceName(face))) rules.push(assets.inRule(rule.cssText, sheet.href ?? document.baseURI));
    }
  }
  return rules.join('\n');
}

/** Faces are told apart by what they are for: the browser gives no way from a face to its rule. */
function faceName({
  family,
  weight,
  style,
  unicodeRange,
}: Pick<FontFace, 'family' | 'weight' | 'style' | 'unicodeRange'>): string {
  const ranges = unicodeRange.toUpperCase().replace(/\s/g, '');
  return [
    family.replace(/["']/g, ''),
    weight === 'normal' ? '400' : weight === 'bold' ? '700' : weight,
    style,
    ranges,
  ].join('|');
}
