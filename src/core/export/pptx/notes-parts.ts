import type { DrawnParagraph } from '../drawn-deck.ts';
import { emptyGroup } from './slide-part.ts';
import type { TextWriter } from './text-body.ts';
import { namespaces, xmlPart, xmlText } from '../xml.ts';

/** A sheet of notes in EMU: 7.5 by 10 inches, as PowerPoint has it. */
export const notesSheet = { width: 6_858_000, height: 9_144_000 } as const;

const picture = '<a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/>';
const words = '<a:off x="685800" y="4114800"/><a:ext cx="5486400" cy="4457700"/>';

const colours =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** Size of notes, in slide units: 12 points. */
export const notesSize = 16;

/** How every page of notes looks: the slide above, the words below. Its theme is a light one: notes are read on paper. */
export function notesMasterPart(lang: string): string {
  const level = (depth: number) =>
    `<a:lvl${depth + 1}pPr marL="${depth * 228_600}" algn="l"><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${depth + 1}pPr>`;
  return xmlPart(
    `<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyGroup}` +
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${picture}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>` +
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${words}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="${xmlText(lang)}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>` +
      `</p:spTree></p:cSld>${colours}<p:notesStyle>${Array.from({ length: 9 }, (_, i) => level(i)).join('')}</p:notesStyle></p:notesMaster>`,
  );
}

/** A slide’s notes. */
export function notesPart(notes: readonly DrawnParagraph[], text: TextWriter): string {
  return xmlPart(
    `<p:notes ${namespaces}><p:cSld><p:spTree>${emptyGroup}` +
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>' +
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${text.paragraphs(notes, notesInheritance)}</p:txBody></p:sp>` +
      '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>',
  );
}

/** The notes’ own text, as the page gives it: see {@link notesSize}. */
const notesInheritance = (depth: number) => ({
  size: notesSize,
  colour: notesColour,
  isBold: false,
  isHeading: false,
  isUpperCase: false,
  lineHeight: 1.2,
  before: 0,
  indent: depth * 24,
  hang: 0,
  bullet: null,
  bulletColour: notesColour,
});

/** Stands for the notes’ plain colour, which is the paper’s and not the deck’s. */
export const notesColour = 'notes';
