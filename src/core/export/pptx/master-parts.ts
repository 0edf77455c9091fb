import type { Box, DrawnTheme } from '../drawn-deck.ts';
import type { Measures } from './measures.ts';
import type { Palette } from './palette.ts';
import { emptyGroup } from './slide-part.ts';
import { layoutNames, type LayoutName } from './slide-layout.ts';
import {
  bodyInheritance,
  bulletFont,
  type Inherited,
  lineSpacing,
  subtitleInheritance,
  titleInheritance,
} from './text-body.ts';
import { namespaces, xmlAttributes, xmlPart, xmlText } from '../xml.ts';

export interface MasterOptions {
  readonly measures: Measures;
  readonly palette: Palette;
  readonly theme: DrawnTheme;
  readonly lang: string;
  readonly isRightToLeft: boolean;
  readonly width: number;
  readonly height: number;
}

/** Margins of a slide, as the look’s style sheet has them: shares of its width, and multiples of its text’s size. */
const sides = 0.055;
const above = 2.3;
const below = 2.2;

/** Where a layout has its placeholders: those of a slide without anything of its own. */
function places({ theme, width, height }: MasterOptions): Readonly<Record<string, Box>> {
  const { size, titleSize, coverSize } = theme;
  const left = width * sides;
  const across = width - 2 * left;
  const top = size * above;
  const titleHeight = titleSize * 1.12;
  const bodyTop = top + titleHeight + size * 0.88;
  const body = { x: left, y: bodyTop, width: across, height: Math.max(size, height - bodyTop - size * below) };
  const gap = size * 1.5;
  const half = (across - gap) / 2;
  const footTop = height - (height / 22.5) * (0.95 + 0.72);
  const coverTop = height / 2 - coverSize * 1.3;
  const footHeight = (height / 22.5) * 0.72;
  return {
    title: { x: left, y: top, width: across, height: titleHeight },
    body,
    first: { ...body, width: half },
    second: { ...body, x: left + half + gap, width: half },
    cover: { x: left, y: coverTop, width: across, height: coverSize * 1.2 },
    subtitle: { x: left, y: coverTop + coverSize * 1.2 + size * 0.6, width: across, height: size * 3 },
    footer: { x: left, y: footTop, width: across * 0.8, height: footHeight },
    number: { x: left + across * 0.8, y: footTop, width: across * 0.2, height: footHeight },
  };
}

/** The master: the ground, the title, the text in its levels, and the foot. `layouts` are the ids of its layouts’ relationships. */
export function masterPart(options: MasterOptions, layouts: readonly string[]): string {
  const { theme, measures, palette } = options;
  const at = places(options);
  const titleStyle = level('lvl1pPr', titleInheritance(theme, false)(), options);
  const inherited = bodyInheritance(theme);
  const bodyStyle = Array.from({ length: 9 }, (_, i) => level(`lvl${i + 1}pPr`, inherited(i), options)).join('');
  const ids = layouts.map((id, i) => `<p:sldLayoutId id="${2_147_483_649 + i}" r:id="${id}"/>`).join('');
  const ground =
    theme.backdrop === null
      ? '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
      : `<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">${palette.colour(theme.backdrop[0])}</a:gs><a:gs pos="100000">${palette.colour(theme.backdrop[1])}</a:gs></a:gsLst><a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path></a:gradFill>`;
  const shapes =
    shape(2, 'Title', '<p:ph type="title"/>', at['title'], options, bodyProperties('b'), 'Title') +
    shape(3, 'Text', '<p:ph type="body" idx="1"/>', at['body'], options, bodyProperties('t'), 'Text') +
    foot(4, at, options);
  const [dark, light] = theme.isDark ? ['dk', 'lt'] : ['lt', 'dk'];
  return xmlPart(
    `<p:sldMaster ${namespaces} preserve="1"><p:cSld><p:bg><p:bgPr>${ground}<a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyGroup}${shapes}</p:spTree></p:cSld>` +
      `<p:clrMap bg1="${dark}1" tx1="${light}1" bg2="${dark}2" tx2="${light}2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
      `<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>` +
      `<p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${bodyStyle}</p:bodyStyle><p:otherStyle>${otherStyle(measures, theme)}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );
}

/** A layout of that name. */
export function layoutPart(name: LayoutName, options: MasterOptions): string {
  const at = places(options);
  const { theme } = options;
  const title = shape(2, 'Title', '<p:ph type="title"/>', null, options, '<a:bodyPr/>', 'Title');
  const content = (id: number, tag: string, box: Box | undefined) =>
    shape(id, `Content ${id - 2}`, tag, box ?? null, options, '<a:bodyPr/>', 'Text');
  const cover =
    shape(2, 'Title', '<p:ph type="ctrTitle"/>', at['cover'], options, bodyProperties('b'), 'Title', [
      titleInheritance(theme, true)(),
    ]) +
    shape(3, 'Subtitle', '<p:ph type="subTitle" idx="1"/>', at['subtitle'], options, bodyProperties('t'), 'Subtitle', [
      subtitleInheritance(theme)(),
    ]);
  const kinds: Readonly<Record<LayoutName, readonly [type: string, shapes: string]>> = {
    'Title Slide': ['title', cover],
    'Title and Content': ['obj', title + content(3, '<p:ph idx="1"/>', at['body'])],
    'Two Content': [
      'twoObj',
      title +
        content(3, '<p:ph sz="half" idx="1"/>', at['first']) +
        content(4, '<p:ph sz="half" idx="2"/>', at['second']),
    ],
    'Title Only': ['titleOnly', title],
    Blank: ['blank', ''],
  };
  const [type, shapes] = kinds[name];
  return xmlPart(
    `<p:sldLayout ${namespaces} type="${type}" preserve="1"><p:cSld name="${name}"><p:spTree>${emptyGroup}${shapes}${foot(10, at, options)}</p:spTree></p:cSld>` +
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>',
  );
}

/** Every layout’s name, in the master’s order. */
export const layouts = layoutNames;

function bodyProperties(anchor: 't' | 'b' | 'ctr'): string {
  return `<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
}

function shape(
  id: number,
  name: string,
  placeholder: string,
  box: Box | null | undefined,
  { measures, lang, ...options }: MasterOptions,
  properties: string,
  prompt: string,
  levels: readonly Inherited[] = [],
): string {
  const place = box === null || box === undefined ? '' : measures.frame(box);
  const style = levels
    .map((inherited, i) => level(`lvl${i + 1}pPr`, inherited, { measures, lang, ...options }))
    .join('');
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${place}${place === '' ? '' : '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'}</p:spPr>` +
    `<p:txBody>${properties}<a:lstStyle>${style}</a:lstStyle><a:p><a:r><a:rPr lang="${xmlText(lang)}"/><a:t>${prompt}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

/** The footer and the number, from shape id `id` on. */
function foot(id: number, at: Readonly<Record<string, Box>>, options: MasterOptions): string {
  const { measures, palette, theme, lang, isRightToLeft, height } = options;
  const size = measures.fontSize((height / 22.5) * 0.53);
  const part = (
    name: string,
    at_: number,
    placeholder: string,
    box: Box | undefined,
    isLast: boolean,
    text: string,
  ): string => {
    const align = isLast === isRightToLeft ? 'l' : 'r';
    const style = `<a:lvl1pPr algn="${align}"><a:defRPr sz="${size}">${palette.fill(theme.faint)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`;
    return (
      `<p:sp><p:nvSpPr><p:cNvPr id="${at_}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>` +
      `<p:spPr>${box === undefined ? '' : measures.frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
      `<p:txBody>${bodyProperties('ctr')}<a:lstStyle>${style}</a:lstStyle><a:p>${text}</a:p></p:txBody></p:sp>`
    );
  };
  const language = xmlText(lang);
  return (
    part(
      'Footer',
      id,
      '<p:ph type="ftr" sz="quarter" idx="11"/>',
      at['footer'],
      false,
      theme.footer === ''
        ? `<a:endParaRPr lang="${language}"/>`
        : `<a:r><a:rPr lang="${language}"/><a:t>${xmlText(theme.footer)}</a:t></a:r>`,
    ) +
    part(
      'Slide Number',
      id + 1,
      '<p:ph type="sldNum" sz="quarter" idx="12"/>',
      at['number'],
      true,
      `<a:fld id="{8E6FD2AC-6B4A-4F0D-9E55-6D2E1C1B7A10}" type="slidenum"><a:rPr lang="${language}"/><a:t>‹#›</a:t></a:fld>`,
    )
  );
}

/** One level of text as the master has it. */
function level(tag: string, inherited: Inherited, { measures, palette, isRightToLeft }: MasterOptions): string {
  const { bullet } = inherited;
  const attributes = xmlAttributes({
    marL: isRightToLeft ? 0 : measures.emu(inherited.indent),
    marR: isRightToLeft ? measures.emu(inherited.indent) : undefined,
    indent: -measures.emu(inherited.hang),
    algn: isRightToLeft ? 'r' : 'l',
    defTabSz: 914_400,
    rtl: isRightToLeft ? 1 : 0,
    eaLnBrk: 1,
    latinLnBrk: 0,
    hangingPunct: 1,
  });
  const marker =
    bullet === null
      ? '<a:buNone/>'
      : `<a:buClr>${palette.colour(inherited.bulletColour)}</a:buClr><a:buFont typeface="${bulletFont(bullet)}"/><a:buChar char="${bullet}"/>`;
  const run = xmlAttributes({
    sz: measures.fontSize(inherited.size),
    b: Number(inherited.isBold),
    cap: inherited.isUpperCase ? 'all' : undefined,
    kern: 1200,
  });
  const kind = inherited.isHeading ? 'mj' : 'mn';
  return (
    `<a:${tag}${attributes}><a:lnSpc><a:spcPct val="${lineSpacing(inherited.lineHeight)}"/></a:lnSpc><a:spcBef><a:spcPts val="${measures.points(inherited.before)}"/></a:spcBef>${marker}` +
    `<a:defRPr${run}>${palette.fill(inherited.colour)}<a:latin typeface="+${kind}-lt"/><a:ea typeface="+${kind}-ea"/><a:cs typeface="+${kind}-cs"/></a:defRPr></a:${tag}>`
  );
}

function otherStyle(measures: Measures, theme: DrawnTheme): string {
  return `<a:lvl1pPr marL="0" algn="l" defTabSz="914400"><a:defRPr sz="${measures.fontSize(theme.size)}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`;
}
