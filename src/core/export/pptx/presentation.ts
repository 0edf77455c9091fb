import type { DrawnDeck, PictureSource } from '../drawn-deck.ts';
import {
  applicationProperties,
  contentTypes,
  coreProperties,
  presentationPart,
  presentationProperties,
  type PresentationProperties,
  tableStyles,
  viewProperties,
} from './document-parts.ts';
import { layoutPart, layouts, masterPart, type MasterOptions } from './master-parts.ts';
import { Measures } from './measures.ts';
import { notesMasterPart, notesPart } from './notes-parts.ts';
import { Palette } from './palette.ts';
import { Relationships } from './relationships.ts';
import { type Media, type SlideFacts, SlideWriter } from './slide-part.ts';
import { TextWriter } from './text-body.ts';
import { themePart } from './theme-part.ts';

/** A presentation to write. */
export interface PresentationOrder {
  readonly drawing: DrawnDeck;
  /** In order; what is drawn on them is the drawing’s. */
  readonly slides: readonly SlideFacts[];
  readonly properties: PresentationProperties;
  /** The picture of a source, as its files are called in `ppt/media`; `null` for one that could not be had. */
  readonly media: (source: PictureSource) => Media | null;
}

/**
 * The parts of a PresentationML package (ECMA-376) but for its media, by path, in the order in which they belong into the
 * file. The same order gives the same parts.
 */
export function presentationParts(order: PresentationOrder): ReadonlyMap<string, string> {
  const { drawing, slides, properties, media } = order;
  const { theme, lang, width, height, isRightToLeft } = drawing;
  const measures = new Measures(drawing);
  const palette = new Palette(theme);
  const options: MasterOptions = { measures, palette, theme, lang, isRightToLeft, width, height };
  const places = new Map(slides.map(({ drawn }, i) => [drawn.number, i + 1]));
  const place = (number: number): number | null => places.get(number) ?? null;
  const parts = new Map<string, string>();
  const add = (path: string, part: string, relationships?: Relationships): void => {
    parts.set(path, part);
    if (relationships !== undefined) parts.set(path.replace(/([^/]+)$/, '_rels/$1.rels'), relationships.part());
  };

  const document = new Relationships();
  const master = document.add('slideMaster', 'slideMasters/slideMaster1.xml');
  const withNotes = slides.filter(({ drawn }) => drawn.notes.length > 0).length;
  const notesMaster = withNotes === 0 ? null : document.add('notesMaster', 'notesMasters/notesMaster1.xml');
  const ids = slides.map((_, i) => document.add('slide', `slides/slide${i + 1}.xml`));
  document.add('presProps', 'presProps.xml');
  document.add('viewProps', 'viewProps.xml');
  document.add('theme', 'theme/theme1.xml');
  document.add('tableStyles', 'tableStyles.xml');
  add('ppt/presentation.xml', presentationPart(options, master, notesMaster, ids), document);
  add('ppt/presProps.xml', presentationProperties());
  add('ppt/viewProps.xml', viewProperties());
  add('ppt/tableStyles.xml', tableStyles());
  add('ppt/theme/theme1.xml', themePart(theme));

  const masterLinks = new Relationships();
  const layoutIds = layouts.map((_, i) => masterLinks.add('slideLayout', `../slideLayouts/slideLayout${i + 1}.xml`));
  masterLinks.add('theme', '../theme/theme1.xml');
  add('ppt/slideMasters/slideMaster1.xml', masterPart(options, layoutIds), masterLinks);
  for (const [i, name] of layouts.entries()) {
    const links = new Relationships();
    links.add('slideMaster', '../slideMasters/slideMaster1.xml');
    add(`ppt/slideLayouts/slideLayout${i + 1}.xml`, layoutPart(name, options), links);
  }
  if (notesMaster !== null) {
    const links = new Relationships();
    links.add('theme', '../theme/theme2.xml');
    add('ppt/notesMasters/notesMaster1.xml', notesMasterPart(lang), links);
    add('ppt/theme/theme2.xml', themePart(paper(drawing)));
  }

  for (const [i, facts] of slides.entries()) {
    const relationships = new Relationships();
    const writer = new SlideWriter({ ...options, relationships, media, place });
    const part = writer.part(facts, i + 1);
    if (facts.drawn.notes.length > 0) {
      relationships.add('notesSlide', `../notesSlides/notesSlide${i + 1}.xml`);
      const links = new Relationships();
      links.add('notesMaster', '../notesMasters/notesMaster1.xml');
      links.add('slide', `../slides/slide${i + 1}.xml`);
      const text = new TextWriter({
        ...options,
        link: (link) =>
          link.kind === 'web' ? `<a:hlinkClick r:id="${links.add('hyperlink', link.address, true)}"/>` : '',
      });
      add(`ppt/notesSlides/notesSlide${i + 1}.xml`, notesPart(facts.drawn.notes, text), links);
    }
    add(`ppt/slides/slide${i + 1}.xml`, part, relationships);
  }

  add('docProps/core.xml', coreProperties(properties));
  add(
    'docProps/app.xml',
    applicationProperties(properties, {
      slides: slides.length,
      notes: withNotes,
      hidden: slides.filter(({ isHidden }) => isHidden).length,
    }),
  );
  const root = new Relationships();
  root.add('officeDocument', 'ppt/presentation.xml');
  root.add('core-properties', 'docProps/core.xml');
  root.add('extended-properties', 'docProps/app.xml');
  // Readers look for the list of parts first.
  return new Map([['[Content_Types].xml', contentTypes(parts.keys())], ['_rels/.rels', root.part()], ...parts]);
}

/** The deck’s theme for paper: notes are dark on light whatever the slides are. */
function paper({ theme }: DrawnDeck): DrawnDeck['theme'] {
  if (!theme.isDark) return theme;
  return { ...theme, isDark: false, ground: '#ffffff', text: '#000000', panel: '#eeeeee', muted: '#333333' };
}
