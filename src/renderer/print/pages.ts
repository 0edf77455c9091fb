import type { PrintJob } from '../../contract/print-job.ts';
import { slideLabel } from '../../core/deck/slide-label.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { deckLook } from '../slide/deck-look.ts';
import { wearDeckCss } from '../slide/deck-css.ts';
import { lookFonts } from '../slide/look-fonts.ts';
import { renderSlide } from '../slide/slide-element.ts';
import { labelSheets } from './label-sheets.ts';
import { aimLinks, linksToAll } from './page-links.ts';
import { type PrintedSlide, sheetsOf } from './sheets.ts';

/**
 * Puts the pages of the job into the document, with the deck’s size, language and title. Everything goes in at once, so that
 * it is laid out once. Resolves with what was wrong with the slides.
 */
export async function layOutPages(job: PrintJob): Promise<readonly Diagnostic[]> {
  const look = deckLook(job.settings, job.assets);
  const probe = document.createElement('div');
  const problems = await wearDeckCss(probe, look.css);
  document.documentElement.lang = look.lang;
  document.title = job.title;
  // That of the job before goes.
  document.getElementById('paper')?.remove();
  document.head.append(paper(job.layout));
  // Text that is fitted to the slide is measured before it is in the page: its font must be there by then.
  if (job.slides.some(({ body }) => body.includes('r-fit-text'))) {
    const { heading, headingWeight } = lookFonts(look);
    await document.fonts.load(`${headingWeight} 100px ${heading}`);
  }
  const printed = job.slides.map((slide) => renderOne(job, slide));
  const sheets = [...sheetsOf(job, look, printed), ...labelSheets(job)];
  const places = [...job.slides, ...job.elsewhere].map(({ h, v, number }) => [`${h}/${v}`, number] as const);
  const targets = aimLinks(sheets, new Map(places), job.elsewhere.length > 0);
  document.body.replaceChildren(...sheets, linksToAll(sheets), ...targets);
  return [...problems, ...printed.flatMap(diagnosticsOf)];
}

/** Renders one slide of a job. */
export function renderOne({ settings, assets }: PrintJob, slide: PrintJob['slides'][number]): PrintedSlide {
  const { body, firstLine } = slide;
  const { notesSeparator } = settings;
  return { slide, made: renderSlide({ body, label: slideLabel(slide), firstLine, notesSeparator, assets }) };
}

function diagnosticsOf({ slide, made }: PrintedSlide): readonly Diagnostic[] {
  return made.diagnostics.map((diagnostic) => ({ ...diagnostic, slide: slide.number }));
}

function paper({ width, height }: PrintJob['layout']): HTMLStyleElement {
  const style = document.createElement('style');
  style.id = 'paper';
  style.textContent = `@page { size: ${width}px ${height}px; margin: 0; }`;
  return style;
}
