import type { DrawnLink, DrawnMarker, DrawnParagraph, DrawnRun, DrawnTheme } from '../drawn-deck.ts';
import type { Measures } from './measures.ts';
import type { Palette } from './palette.ts';
import { xmlAttributes, xmlText } from '../xml.ts';

/** How far a list’s text stands from the list’s edge, and each level from the one above, as a multiple of the text’s size. */
export const listIndent = 1.15;

/** How far a bullet stands before its text: browsers draw it near the text, not at the list’s edge. */
export const bulletHang = 0.75;

/** Sizes and distances of nested lists go down by this, as in the look’s style sheet. */
export const nestedScale = 0.88;

/** Distance of list items, and of lines, as a multiple of the text’s size. */
export const itemGap = 0.36;
export const lineHeight = 1.35;

/** What fonts make of a line themselves, as a multiple of their size: line distances are told in percent of that. */
const naturalLine = 1.2;

/** The bullets of the levels: what browsers draw. */
export const bullets: readonly string[] = ['•', '◦', '▪'];

/** Line distance in thousandths of a percent. */
export function lineSpacing(factor: number): number {
  return Math.round((factor / naturalLine) * 100) * 1000;
}

/** What a paragraph’s text is when it says nothing itself: what its placeholder has from the master. */
export interface Inherited {
  /** Of letters, in slide units. */
  readonly size: number;
  readonly colour: string;
  readonly isBold: boolean;
  readonly isHeading: boolean;
  readonly isUpperCase: boolean;
  readonly lineHeight: number;
  readonly before: number;
  readonly indent: number;
  readonly hang: number;
  /** `null` for none. */
  readonly bullet: string | null;
  readonly bulletColour: string;
}

/** What each level of a placeholder inherits; `null` for a text box, which says everything itself. */
export type Inheritance = ((level: number) => Inherited) | null;

/** The text of lists and paragraphs as the master has it. */
export function bodyInheritance(theme: DrawnTheme): (level: number) => Inherited {
  return (level) => {
    const size = theme.size * nestedScale ** level;
    // Each level’s list lies in the text of the level above.
    const indent = listIndent * theme.size * ((1 - nestedScale ** (level + 1)) / (1 - nestedScale));
    return {
      size,
      colour: theme.text,
      isBold: false,
      isHeading: false,
      isUpperCase: false,
      lineHeight,
      before: itemGap * theme.size,
      indent,
      hang: bulletHang * size,
      bullet: bullets[Math.min(level, bullets.length - 1)] ?? null,
      bulletColour: theme.accent,
    };
  };
}

/** Text under the title of a title slide. */
export function subtitleInheritance(theme: DrawnTheme): () => Inherited {
  return () => ({ ...plain(theme), colour: theme.muted, before: 0.6 * theme.size });
}

export function titleInheritance(theme: DrawnTheme, isCover: boolean): () => Inherited {
  return () => ({
    ...plain(theme),
    size: isCover ? theme.coverSize : theme.titleSize,
    colour: theme.heading,
    isBold: theme.headingIsBold,
    isHeading: true,
    isUpperCase: theme.headingIsUpperCase,
    lineHeight: 1.12,
  });
}

function plain(theme: DrawnTheme): Inherited {
  return {
    size: theme.size,
    colour: theme.text,
    isBold: false,
    isHeading: false,
    isUpperCase: false,
    lineHeight,
    before: 0,
    indent: 0,
    hang: 0,
    bullet: null,
    bulletColour: theme.accent,
  };
}

/** The largest depth of lists that a presentation knows. */
const deepest = 8;

/** Writes text as paragraphs of DrawingML, and says of it only what it does not inherit. */
export class TextWriter {
  readonly #measures: Measures;
  readonly #palette: Palette;
  readonly #theme: DrawnTheme;
  readonly #lang: string;
  /** Gives a link the id of its target, and what it does; `null` where the target is not there. */
  readonly #link: (link: DrawnLink) => string;

  constructor(options: {
    readonly measures: Measures;
    readonly palette: Palette;
    readonly theme: DrawnTheme;
    readonly lang: string;
    readonly link: (link: DrawnLink) => string;
  }) {
    this.#measures = options.measures;
    this.#palette = options.palette;
    this.#theme = options.theme;
    this.#lang = options.lang;
    this.#link = options.link;
  }

  /** At least one paragraph, as a text body must have. */
  paragraphs(paragraphs: readonly DrawnParagraph[], inheritance: Inheritance): string {
    if (paragraphs.length === 0) return `<a:p><a:endParaRPr lang="${xmlText(this.#lang)}"/></a:p>`;
    return paragraphs.map((paragraph) => this.#paragraph(paragraph, inheritance)).join('');
  }

  #paragraph(paragraph: DrawnParagraph, inheritance: Inheritance): string {
    const level = Math.min(paragraph.level, deepest);
    const inherited = inheritance?.(level) ?? null;
    const runs = paragraph.runs.map((run) => this.#run(run, inherited)).join('');
    return `<a:p>${this.#properties(paragraph, level, inherited)}${runs}</a:p>`;
  }

  #properties(paragraph: DrawnParagraph, level: number, inherited: Inherited | null): string {
    const { indent, hang, marker, isRightToLeft, align, before } = paragraph;
    const margin = this.#measures.emu(indent);
    const out = -this.#measures.emu(marker === null ? 0 : hang);
    const sameMargin =
      inherited !== null &&
      Math.abs(margin - this.#measures.emu(inherited.indent)) < 9525 &&
      Math.abs(out + this.#measures.emu(inherited.hang)) < 9525;
    const alignment = {
      start: isRightToLeft ? 'r' : 'l',
      end: isRightToLeft ? 'l' : 'r',
      center: 'ctr',
      justify: 'just',
    };
    const attributes = xmlAttributes({
      ...(sameMargin ? {} : isRightToLeft ? { marR: margin, marL: 0, indent: out } : { marL: margin, indent: out }),
      lvl: level === 0 ? undefined : level,
      algn: align === 'start' && !isRightToLeft ? undefined : alignment[align],
      rtl: isRightToLeft ? 1 : undefined,
    });
    const spacing = lineSpacing(paragraph.lineHeight);
    const lines =
      inherited !== null && spacing === lineSpacing(inherited.lineHeight)
        ? ''
        : `<a:lnSpc><a:spcPct val="${spacing}"/></a:lnSpc>`;
    const gap = this.#measures.points(Math.max(0, before));
    const above =
      inherited !== null && Math.abs(gap - this.#measures.points(inherited.before)) < 100
        ? ''
        : `<a:spcBef><a:spcPts val="${gap}"/></a:spcBef>`;
    const inside = lines + above + this.#marker(marker, inherited);
    if (inside === '') return attributes === '' ? '' : `<a:pPr${attributes}/>`;
    return `<a:pPr${attributes}>${inside}</a:pPr>`;
  }

  #marker(marker: DrawnMarker | null, inherited: Inherited | null): string {
    if (marker === null) return inherited !== null && inherited.bullet === null ? '' : '<a:buNone/>';
    const colour =
      inherited !== null && inherited.bulletColour === marker.colour
        ? ''
        : `<a:buClr>${this.#palette.colour(marker.colour)}</a:buClr>`;
    if (marker.kind === 'bullet') {
      if (inherited?.bullet === marker.character) return colour;
      return `${colour}<a:buFont typeface="${bulletFont(marker.character)}"/><a:buChar char="${xmlText(marker.character)}"/>`;
    }
    const start = marker.start === 1 ? '' : ` startAt="${Math.min(32_767, Math.max(1, marker.start))}"`;
    return `${colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="${numbering[marker.style]}"${start}/>`;
  }

  #run(run: DrawnRun, inherited: Inherited | null): string {
    const properties = this.#runProperties(run, inherited);
    return run.text === '\n' ? `<a:br>${properties}</a:br>` : `<a:r>${properties}<a:t>${xmlText(run.text)}</a:t></a:r>`;
  }

  #runProperties(run: DrawnRun, inherited: Inherited | null): string {
    const size = this.#measures.fontSize(run.size);
    const isBold = run.bold === true;
    const isUpperCase = run.capitals === true;
    const attributes = xmlAttributes({
      lang: run.lang ?? this.#lang,
      sz: inherited !== null && size === this.#measures.fontSize(inherited.size) ? undefined : size,
      b: isBold === (inherited?.isBold ?? false) ? undefined : Number(isBold),
      i: run.italic ? 1 : undefined,
      u: run.underline ? 'sng' : undefined,
      strike: run.strike ? 'sngStrike' : undefined,
      cap: isUpperCase === (inherited?.isUpperCase ?? false) ? undefined : isUpperCase ? 'all' : 'none',
      baseline: run.raised === undefined ? undefined : run.raised === 'super' ? 30_000 : -25_000,
      dirty: 0,
    });
    // Links have the theme’s colour and line whatever is said here.
    const fill = run.link !== undefined || inherited?.colour === run.colour ? '' : this.#palette.fill(run.colour);
    const highlight =
      run.highlight === undefined ? '' : `<a:highlight>${this.#palette.colour(run.highlight)}</a:highlight>`;
    const link = run.link === undefined ? '' : this.#link(run.link);
    return `<a:rPr${attributes}>${fill}${highlight}${this.#font(run, inherited)}${link}</a:rPr>`;
  }

  #font(run: DrawnRun, inherited: Inherited | null): string {
    if (run.code) {
      const name = xmlText(this.#theme.codeFont);
      return `<a:latin typeface="${name}" pitchFamily="49" charset="0"/><a:cs typeface="${name}" pitchFamily="49" charset="0"/>`;
    }
    if ((run.heading === true) === (inherited?.isHeading ?? false)) return '';
    const kind = run.heading ? 'mj' : 'mn';
    return `<a:latin typeface="+${kind}-lt"/><a:ea typeface="+${kind}-ea"/><a:cs typeface="+${kind}-cs"/>`;
  }
}

const numbering: Readonly<Record<Extract<DrawnMarker, { readonly kind: 'number' }>['style'], string>> = {
  decimal: 'arabicPeriod',
  'lower-alpha': 'alphaLcPeriod',
  'upper-alpha': 'alphaUcPeriod',
  'lower-roman': 'romanLcPeriod',
  'upper-roman': 'romanUcPeriod',
};

/** Boxes of task lists are in few fonts. */
export function bulletFont(character: string): string {
  return /[☐☑]/.test(character) ? 'Segoe UI Symbol' : 'Arial';
}
