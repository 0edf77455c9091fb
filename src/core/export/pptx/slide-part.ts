import type {
  Box,
  DrawnLink,
  DrawnPart,
  DrawnSlide,
  DrawnTheme,
  PicturePart,
  PictureSource,
  ShapeForm,
  ShapePart,
  TextPart,
} from '../drawn-deck.ts';
import { freeform } from './freeform.ts';
import type { Measures } from './measures.ts';
import type { Palette } from './palette.ts';
import type { Relationships } from './relationships.ts';
import { layoutOf, layoutNames, placeholderTag, type Placeholder, type SlideLayout } from './slide-layout.ts';
import { tableFrame } from './table-frame.ts';
import { bodyInheritance, type Inheritance, subtitleInheritance, TextWriter, titleInheritance } from './text-body.ts';
import { namespaces, xmlAttributes, xmlPart, xmlText } from '../xml.ts';

/** A picture in the package, by the names of its files there. */
export interface Media {
  /** PNG, JPEG, GIF or BMP. */
  readonly name: string;
  /** The same as SVG, for programs that show it. */
  readonly vector: string | null;
}

export interface SlideOptions {
  readonly measures: Measures;
  readonly palette: Palette;
  readonly theme: DrawnTheme;
  readonly lang: string;
  readonly width: number;
  readonly height: number;
  readonly relationships: Relationships;
  /** The picture of a source; `null` for one that could not be had. */
  readonly media: (source: PictureSource) => Media | null;
  /** The place of a slide in the presentation, from 1; `null` where it is not in it. */
  readonly place: (number: number) => number | null;
}

/** What a slide is besides what is drawn on it. */
export interface SlideFacts {
  readonly drawn: DrawnSlide;
  readonly isHidden: boolean;
  /** Planned for it, in seconds. */
  readonly timing: number | null;
}

/** Writes one slide of a presentation. */
export class SlideWriter {
  readonly #options: SlideOptions;
  readonly #text: TextWriter;
  #shapes = 1;

  constructor(options: SlideOptions) {
    this.#options = options;
    this.#text = new TextWriter({ ...options, link: (link) => this.#link(link) });
  }

  /** @param place the slide’s own, from 1 */
  part({ drawn, isHidden, timing }: SlideFacts, place: number): string {
    const layout = layoutOf(drawn.parts);
    this.#options.relationships.add(
      'slideLayout',
      `../slideLayouts/slideLayout${layoutNames.indexOf(layout.layout) + 1}.xml`,
    );
    const shapes = drawn.parts.map((part) => this.#part(part, layout)).join('');
    const foot = this.#foot(drawn.label, place);
    const title = drawn.parts.find((part) => part.kind === 'text' && part.role === 'title');
    const name = title?.kind === 'text' ? xmlAttributes({ name: plainText(title).slice(0, 200) }) : '';
    return xmlPart(
      `<p:sld ${namespaces}${isHidden ? ' show="0"' : ''}><p:cSld${name}>${this.#background(drawn)}<p:spTree>${emptyGroup}${shapes}${foot}</p:spTree></p:cSld>` +
        `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${transition(timing)}</p:sld>`,
    );
  }

  #part(part: DrawnPart, layout: SlideLayout): string {
    switch (part.kind) {
      case 'text':
        return this.#textShape(part, layout.placeholders.get(part) ?? null);
      case 'picture':
        return this.#picture(part);
      case 'shape':
        return this.#shape(part);
      case 'table': {
        const named = this.#named(part.label === '' ? 'Table' : `Table: ${part.label}`.slice(0, 100), part.label);
        return tableFrame(part, named, this.#text, this.#options.measures, this.#options.palette);
      }
    }
  }

  /** `p:cNvPr`: a shape’s number, name and words for those who do not see it. */
  #named(name: string, description = '', inside = ''): string {
    const attributes = xmlAttributes({ id: ++this.#shapes, name, descr: description === '' ? undefined : description });
    return inside === '' ? `<p:cNvPr${attributes}/>` : `<p:cNvPr${attributes}>${inside}</p:cNvPr>`;
  }

  #textShape(part: TextPart, placeholder: Placeholder | null): string {
    const { measures, palette, theme } = this.#options;
    const names: Readonly<Record<Placeholder, string>> = {
      ctrTitle: 'Title',
      title: 'Title',
      subTitle: 'Subtitle',
      first: 'Content',
      second: 'Content 2',
    };
    const inheritances: Readonly<Record<Placeholder, Inheritance>> = {
      ctrTitle: titleInheritance(theme, true),
      title: titleInheritance(theme, false),
      subTitle: subtitleInheritance(theme),
      first: bodyInheritance(theme),
      second: bodyInheritance(theme),
    };
    const inheritance = placeholder === null ? null : inheritances[placeholder];
    const named = this.#named(placeholder === null ? 'Text' : names[placeholder]);
    const properties =
      placeholder === null
        ? `<p:cNvSpPr txBox="1"/><p:nvPr/>`
        : `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderTag(placeholder)}</p:nvPr>`;
    const [top, right, bottom, left] = part.inset.map((side) => measures.emu(side));
    const geometry = placeholder === null ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' : '';
    const fill = part.fill === null ? (placeholder === null ? '<a:noFill/>' : '') : palette.fill(part.fill);
    return (
      `<p:sp><p:nvSpPr>${named}${properties}</p:nvSpPr>` +
      `<p:spPr>${measures.frame(part.box)}${geometry}${fill}</p:spPr>` +
      `<p:txBody><a:bodyPr wrap="square" lIns="${left}" tIns="${top}" rIns="${right}" bIns="${bottom}" anchor="t"><a:normAutofit/></a:bodyPr>` +
      `<a:lstStyle/>${this.#text.paragraphs(part.paragraphs, inheritance)}</p:txBody></p:sp>`
    );
  }

  #picture(part: PicturePart): string {
    const { measures, media, relationships } = this.#options;
    const found = media(part.source);
    if (found === null) return '';
    const { alternative, link, crop } = part;
    const click = link === null ? '' : this.#link(link);
    const named = this.#named('Picture', alternative, click + (alternative === '' ? decorative : ''));
    const vector =
      found.vector === null
        ? ''
        : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${relationships.add('image', `../media/${found.vector}`)}"/></a:ext></a:extLst>`;
    const [top, right, bottom, left] = crop.map((share) => Math.round(share * 100_000));
    const cut = crop.every((share) => share === 0)
      ? ''
      : `<a:srcRect l="${left}" t="${top}" r="${right}" b="${bottom}"/>`;
    return (
      `<p:pic><p:nvPicPr>${named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
      `<p:blipFill><a:blip r:embed="${relationships.add('image', `../media/${found.name}`)}">${vector}</a:blip>${cut}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
      `<p:spPr>${measures.frame(part.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
    );
  }

  #shape({ name, box, fill, line, form, isDecoration }: ShapePart): string {
    const { measures, palette } = this.#options;
    const border =
      line === null
        ? '<a:ln><a:noFill/></a:ln>'
        : `<a:ln w="${measures.emu(line.width)}" cap="rnd">${palette.fill(line.colour)}${line.isDashed ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`;
    return (
      `<p:sp><p:nvSpPr>${this.#named(name, '', isDecoration ? decorative : '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
      `<p:spPr>${measures.frame(box)}${geometry(form, box, measures)}${palette.fill(fill)}${border}</p:spPr></p:sp>`
    );
  }

  /** The footer’s text and the slide’s number: PowerPoint’s own where that is what people call the slide. */
  #foot(label: string, place: number): string {
    const { theme, lang } = this.#options;
    const language = xmlText(lang);
    const shape = (name: string, placeholder: string, text: string) =>
      `<p:sp><p:nvSpPr>${this.#named(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>` +
      `<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${text}</a:p></p:txBody></p:sp>`;
    const footer =
      theme.footer === ''
        ? ''
        : shape(
            'Footer',
            '<p:ph type="ftr" sz="quarter" idx="11"/>',
            `<a:r><a:rPr lang="${language}"/><a:t>${xmlText(theme.footer)}</a:t></a:r>`,
          );
    const number =
      label === String(place)
        ? `<a:fld id="{8E6FD2AC-6B4A-4F0D-9E55-6D2E1C1B7A10}" type="slidenum"><a:rPr lang="${language}"/><a:t>${xmlText(label)}</a:t></a:fld>`
        : `<a:r><a:rPr lang="${language}"/><a:t>${xmlText(label)}</a:t></a:r>`;
    return footer + shape('Slide Number', '<p:ph type="sldNum" sz="quarter" idx="12"/>', number);
  }

  #background({ background }: DrawnSlide): string {
    if (background === null) return '';
    const { media, palette, relationships } = this.#options;
    if (background.kind === 'colour')
      return `<p:bg><p:bgPr>${palette.fill(background.colour)}<a:effectLst/></p:bgPr></p:bg>`;
    const found = media(background.picture);
    if (found === null) return '';
    const id = relationships.add('image', `../media/${found.name}`);
    return `<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="${id}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>`;
  }

  #link(link: DrawnLink): string {
    const { relationships, place } = this.#options;
    if (link.kind === 'web') return `<a:hlinkClick r:id="${relationships.add('hyperlink', link.address, true)}"/>`;
    const target = place(link.number);
    if (target === null) return '';
    return `<a:hlinkClick r:id="${relationships.add('slide', `slide${target}.xml`)}" action="ppaction://hlinksldjump"/>`;
  }
}

function geometry(form: ShapeForm, box: Box, measures: Measures): string {
  switch (form.kind) {
    case 'path':
      return freeform(form.data, box, measures);
    case 'ellipse':
      return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>';
    case 'rectangle': {
      const smaller = Math.min(box.width, box.height);
      const round = smaller <= 0 ? 0 : Math.min(0.5, form.radius / smaller);
      if (round === 0) return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
      return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${Math.round(round * 100_000)}"/></a:avLst></a:prstGeom>`;
    }
  }
}

/** The group that every tree of shapes begins with. */
export const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** Says that a shape means nothing to those who do not see it. */
const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** The planned time is kept as the slide’s rehearsed time; the presentation as a whole does not advance by it. */
function transition(timing: number | null): string {
  return timing === null ? '' : `<p:transition advClick="1" advTm="${Math.min(timing, 86_400) * 1000}"/>`;
}

/** What a text says, in one line. */
export function plainText({ paragraphs }: { readonly paragraphs: TextPart['paragraphs'] }): string {
  return paragraphs
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The whole slide. */
export function wholeSlide({ width, height }: Pick<SlideOptions, 'width' | 'height'>): Box {
  return { x: 0, y: 0, width, height };
}
