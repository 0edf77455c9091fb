import type { DrawnTheme } from '../drawn-deck.ts';
import { xmlPart, xmlText } from '../xml.ts';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The fonts of a theme in other scripts: names that PowerPoint finds or stands in for on every system. */
const scripts: readonly (readonly [script: string, typeface: string])[] = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Leelawadee UI'],
];

/** Where a machine lacks the font, PowerPoint looks for one like this: Arial’s letters. */
const sansLike = 'panose="020B0604020202020204" pitchFamily="34" charset="0"';

/**
 * The colours and fonts of a deck’s theme. On a dark theme the first dark colour is the ground, and the master turns the
 * roles of dark and light around.
 */
export function themePart(theme: DrawnTheme): string {
  const [dark1, light1] = theme.isDark ? [theme.ground, theme.text] : [theme.text, theme.ground];
  const [dark2, light2] = theme.isDark ? [theme.panel, theme.muted] : [theme.muted, theme.panel];
  const code = Array.from({ length: 5 }, (_, i) => theme.code[i] ?? theme.accent);
  const colours: readonly (readonly [name: string, colour: string])[] = [
    ['dk1', dark1],
    ['lt1', light1],
    ['dk2', dark2],
    ['lt2', light2],
    ['accent1', theme.accent],
    ...code.map((colour, i) => [`accent${i + 2}`, colour] as const),
    ['hlink', theme.link],
    ['folHlink', theme.link],
  ];
  const scheme = colours
    .map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour.slice(1, 7).toUpperCase()}"/></a:${name}>`)
    .join('');
  const name = xmlText(theme.name);
  return xmlPart(
    `<a:theme xmlns:a="${drawingml}" name="${name}"><a:themeElements>` +
      `<a:clrScheme name="${name}">${scheme}</a:clrScheme>` +
      `<a:fontScheme name="${name}">${fonts('majorFont', theme.headingFont)}${fonts('minorFont', theme.textFont)}</a:fontScheme>` +
      `${formats(name)}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`,
  );
}

function fonts(kind: 'majorFont' | 'minorFont', typeface: string): string {
  const others = scripts.map(([script, name]) => `<a:font script="${script}" typeface="${name}"/>`).join('');
  return `<a:${kind}><a:latin typeface="${xmlText(typeface)}" ${sansLike}/><a:ea typeface=""/><a:cs typeface=""/>${others}</a:${kind}>`;
}

/** Fills, lines and effects: each list must have three, and these are plain. */
function formats(name: string): string {
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return (
    `<a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
  );
}
