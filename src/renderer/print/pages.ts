import type { PrintJob, PrintSlide } from '../../contract/print-job.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { inkLayer } from '../slide/ink-layer.ts';
import { renderSlide } from '../slide/slide-element.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { aimLinks, pageId } from './page-links.ts';

/**
 * Puts one page for each slide of the job into the document, with the deck’s size, language and title. Everything goes in
 * at once, so that it is laid out once.
 */
export async function layOutPages(job: PrintJob): Promise<void> {
  const look = deckLook(job.settings);
  document.documentElement.lang = look.lang;
  document.title = job.title;
  document.head.append(sheet(look));
  // Text that is fitted to the slide is measured before it is in the page: its font must be there by then.
  if (job.slides.some(({ body }) => body.includes('r-fit-text'))) await document.fonts.load('700 100px Inter');
  const pages = job.slides.map((slide) => slidePage(job, look, slide));
  aimLinks(pages, new Map(job.slides.map(({ h, v, number }) => [`${h}/${v}`, number])));
  document.body.replaceChildren(...pages);
}

function slidePage(
  { settings: { notesSeparator }, assets }: PrintJob,
  look: DeckLook,
  { number, body, ink }: PrintSlide,
): HTMLElement {
  const frame = slideFrame(renderSlide({ body, number, notesSeparator, assets }), look, { ids: 'kept' });
  if (ink.length > 0) frame.append(inkLayer(ink, look));
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
