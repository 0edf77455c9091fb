import type { Measures } from './measures.ts';
import { notesSheet } from './notes-parts.ts';
import { namespaces, xmlPart, xmlText } from '../xml.ts';

/** What a presentation says about itself. */
export interface PresentationProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly lang: string;
  readonly created: Date;
  /** Name and version of the program. */
  readonly producer: string;
}

const w3c = 'http://schemas.openxmlformats.org';

/** Text boxes: the theme’s font and colour. */
const textBoxes = Array.from(
  { length: 9 },
  (_, i) =>
    `<a:lvl${i + 1}pPr marL="${i * 457_200}" algn="l" defTabSz="914400"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${i + 1}pPr>`,
).join('');

/** The list of slides, by the ids of their relationships. */
export function presentationPart(
  options: {
    readonly measures: Measures;
    readonly width: number;
    readonly height: number;
    readonly lang: string;
    readonly isRightToLeft: boolean;
  },
  master: string,
  notesMaster: string | null,
  slides: readonly string[],
): string {
  const { measures, width, height, lang, isRightToLeft } = options;
  const notes =
    notesMaster === null ? '' : `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>`;
  const list = slides.map((id, i) => `<p:sldId id="${256 + i}" r:id="${id}"/>`).join('');
  return xmlPart(
    `<p:presentation ${namespaces} saveSubsetFonts="1"${isRightToLeft ? ' rtl="1"' : ''} autoCompressPictures="0">` +
      `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst>${notes}<p:sldIdLst>${list}</p:sldIdLst>` +
      `<p:sldSz cx="${measures.emu(width)}" cy="${measures.emu(height)}"/><p:notesSz cx="${notesSheet.width}" cy="${notesSheet.height}"/>` +
      `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${xmlText(lang)}"/></a:defPPr>${textBoxes}</p:defaultTextStyle></p:presentation>`,
  );
}

/** The talk advances by hand: the slides’ planned times are for rehearsing. */
export function presentationProperties(): string {
  return xmlPart(`<p:presentationPr ${namespaces}><p:showPr useTimings="0"><p:present/></p:showPr></p:presentationPr>`);
}

export function viewProperties(): string {
  return xmlPart(`<p:viewPr ${namespaces}/>`);
}

export function tableStyles(): string {
  return xmlPart(`<a:tblStyleLst xmlns:a="${w3c}/drawingml/2006/main" def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>`);
}

export function coreProperties({ title, author, subject, lang, created }: PresentationProperties): string {
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const optional = (tag: string, text: string) => (text === '' ? '' : `<${tag}>${xmlText(text)}</${tag}>`);
  return xmlPart(
    `<cp:coreProperties xmlns:cp="${w3c}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `${optional('dc:title', title)}${optional('dc:subject', subject)}${optional('dc:creator', author)}${optional('cp:lastModifiedBy', author)}` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>${optional('dc:language', lang)}</cp:coreProperties>`,
  );
}

export function applicationProperties(
  { producer }: PresentationProperties,
  counts: { readonly slides: number; readonly notes: number; readonly hidden: number },
): string {
  return xmlPart(
    `<Properties xmlns="${w3c}/officeDocument/2006/extended-properties"><Application>${xmlText(producer)}</Application>` +
      `<Slides>${counts.slides}</Slides><Notes>${counts.notes}</Notes><HiddenSlides>${counts.hidden}</HiddenSlides></Properties>`,
  );
}

const document = 'application/vnd.openxmlformats-officedocument.presentationml';

/** The media type of each part, by the folder it is in or its own path. */
const partTypes: readonly (readonly [path: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${document}.presentation.main+xml`],
  [/^ppt\/slides\//, `${document}.slide+xml`],
  [/^ppt\/slideLayouts\//, `${document}.slideLayout+xml`],
  [/^ppt\/slideMasters\//, `${document}.slideMaster+xml`],
  [/^ppt\/notesSlides\//, `${document}.notesSlide+xml`],
  [/^ppt\/notesMasters\//, `${document}.notesMaster+xml`],
  [/^ppt\/theme\//, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^ppt\/presProps\.xml$/, `${document}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${document}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${document}.tableStyles+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

const mediaTypes: readonly (readonly [extension: string, type: string])[] = [
  ['bmp', 'image/bmp'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
];

/** What kind each part is: `[Content_Types].xml`. */
export function contentTypes(paths: Iterable<string>): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...mediaTypes,
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const overrides = [...paths].flatMap((path) => {
    if (path.includes('_rels/')) return [];
    const type = partTypes.find(([pattern]) => pattern.test(path))?.[1];
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`];
  });
  return xmlPart(`<Types xmlns="${w3c}/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`);
}
