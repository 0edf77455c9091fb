import type { PrintJob, PrintSlide } from '../../contract/print-job.ts';
import { slideLabel } from '../../core/deck/slide-label.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { wearDeckCss } from '../slide/deck-css.ts';
import { withDrawings } from '../slide/ink-layer.ts';
import { lookFonts } from '../slide/look-fonts.ts';
import { type RenderedSlide, renderSlide } from '../slide/slide-element.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { aimLinks, pageId } from './page-links.ts';

/**
 * Puts one page for each slide of the job into the document, with the deck’s size, language and title. Everything goes in
 * at once, so that it is laid out once. Resolves with what was wrong with the slides.
 */
export async function layOutPages(job: PrintJob): Promise<readonly Diagnostic[]> {
  const look = deckLook(job.settings, job.assets);
  const probe = document.createElement('div');
  const problems = await wearDeckCss(probe, look.css);
  document.documentElement.lang = look.lang;
  document.title = job.title;
  document.head.append(sheet(look));
  // Text that is fitted to the slide is measured before it is in the page: its font must be there by then.
  if (job.slides.some(({ body }) => body.includes('r-fit-text'))) {
    const { heading, headingWeight } = lookFonts(look);
    await document.fonts.load(`${headingWeight} 100px ${heading}`);
  }
  const rendered = job.slides.map((slide) => renderOne(job, slide));
  const pages = rendered.map(({ slide, made }) => slidePage(look, slide, made));
  aimLinks(pages, new Map(job.slides.map(({ h, v, number }) => [`${h}/${v}`, number])));
  document.body.replaceChildren(...pages);
  return [...problems, ...rendered.flatMap(diagnosticsOf)];
}

interface PrintedSlide {
  readonly slide: PrintSlide;
  readonly made: RenderedSlide;
}

function renderOne({ settings, assets }: PrintJob, slide: PrintSlide): PrintedSlide {
  const { body, firstLine } = slide;
  const { notesSeparator } = settings;
  return { slide, made: renderSlide({ body, label: slideLabel(slide), firstLine, notesSeparator, assets }) };
}

function diagnosticsOf({ slide, made }: PrintedSlide): readonly Diagnostic[] {
  return made.diagnostics.map((diagnostic) => ({ ...diagnostic, slide: slide.number }));
}

function slidePage(look: DeckLook, { number, drawings }: PrintSlide, rendered: RenderedSlide): HTMLElement {
  const frame = withDrawings(slideFrame(rendered, look, { ids: 'kept' }), drawings, look);
  const page = document.createElement('div');
  page.className = 'print-page';
  page.id = pageId(number);
  page.style.width = `${look.width}px`;
  page.style.height = `${look.height}px`;
  page.append(frame);
  return page;
}

function sheet({ width, height }: DeckLook): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = `@page { size: ${width}px ${height}px; margin: 0; }`;
  return style;
}
