import type { SlidesJob, SlideToLayOut } from '../../contract/slides-job.ts';
import { slideLabel } from '../../core/deck/slide-label.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { brokenPicture } from '../../core/export/broken-picture.ts';
import { markName } from '../../core/export/page-marks.ts';
import { aimLinks } from '../print/page-links.ts';
import { wearDeckCss } from '../slide/deck-css.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { showDrawings } from '../slide/ink-layer.ts';
import { lookFonts } from '../slide/look-fonts.ts';
import { picturesNotFound } from '../slide/media.ts';
import { type RenderedSlide, renderSlide } from '../slide/slide-element.ts';
import { slideFrame } from '../slide/slide-frame.ts';

/** A slide that stands in the page. */
export interface LaidOutSlide {
  readonly slide: SlideToLayOut;
  readonly rendered: RenderedSlide;
  /** The element around it, at its place in the page; what hangs over its edges is cut off. */
  readonly sheet: HTMLElement;
  /** Its `<section>` in there. */
  readonly section: HTMLElement;
}

export interface LaidOutDeck {
  readonly look: DeckLook;
  readonly slides: readonly LaidOutSlide[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts all slides of the job into the document, one below the other. */
export async function layOutSlides(job: SlidesJob): Promise<LaidOutDeck> {
  const look = deckLook(job.settings, job.assets);
  const problems = await wearDeckCss(document.createElement('div'), look.css);
  document.documentElement.lang = look.lang;
  // Text that is fitted to the slide is measured before it is in the page: its font must be there by then.
  if (job.slides.some(({ body }) => body.includes('r-fit-text'))) {
    const { heading, headingWeight } = lookFonts(look);
    await document.fonts.load(`${headingWeight} 100px ${heading}`);
  }
  const slides = job.slides.map((slide) => laidOutSlide(job, slide, look));
  const sheets = slides.map(({ sheet }) => sheet);
  aimLinks(sheets, new Map(job.slides.map(({ h, v, number }) => [`${h}/${v}`, number])), false);
  document.body.replaceChildren(...sheets);
  const onSlides = slides.flatMap(({ slide, rendered }) =>
    rendered.diagnostics.map((diagnostic) => ({ ...diagnostic, slide: slide.number })),
  );
  return { look, slides, diagnostics: [...problems, ...onSlides] };
}

function laidOutSlide({ settings, assets, make }: SlidesJob, slide: SlideToLayOut, look: DeckLook): LaidOutSlide {
  const { body, firstLine, number, drawings } = slide;
  const { notesSeparator } = settings;
  const rendered = renderSlide({ body, label: slideLabel(slide), firstLine, notesSeparator, assets });
  const frame = slideFrame(rendered, look, { ids: 'kept' });
  const section = frame.querySelector('section');
  if (section === null) throw new TypeError('A slide frame without a section');
  // A deck that is taken apart has drawings as shapes of its own.
  if (make === 'pictures') showDrawings(section, drawings, look);
  const sheet = emptySheet(look);
  sheet.id = markName({ kind: 'slide', slide: number, step: 0 });
  sheet.append(frame);
  return { slide, rendered, sheet, section };
}

/** An element of a slide’s size. */
export function emptySheet(look: DeckLook): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'slide-sheet';
  sheet.style.width = `${look.width}px`;
  sheet.style.height = `${look.height}px`;
  return sheet;
}

/** What is to be said of pictures that were not shown, when all are loaded. */
export function brokenPictures({ slides }: LaidOutDeck): readonly Diagnostic[] {
  return slides.flatMap(({ slide, section }) =>
    picturesNotFound(section).map((name) => brokenPicture(name, slide.number)),
  );
}
