import { slidesAnswer } from '../../contract/slides-job.ts';
import type { DrawnDeck } from '../../core/export/drawn-deck.ts';
import { withDrawings } from '../../core/export/pptx/drawing-parts.ts';
import { presentationParts } from '../../core/export/pptx/presentation.ts';
import type { SlideFacts } from '../../core/export/pptx/slide-part.ts';
import type { DeckSlides } from './deck-slides.ts';
import { exportDate } from './export-date.ts';
import { PresentationMedia } from './presentation-media.ts';
import { type MadeOfSlides, type SlidesVisit, visitSlides } from './visit-slides.ts';
import type { FormatWriter, WriterTools } from './writer.ts';
import { zipFile } from './zip-file.ts';

/**
 * Makes presentations that can be edited: texts, lists, tables, notes and pictures where the stage has them. Rejects with a
 * Failure: `no-such-slide`, `bad-arguments`, or what the engine rejects with.
 *
 * The package is written by this program (`core/export/pptx`), not by a library: PptxGenJS cannot write theme colours,
 * placeholders at places of their own, header rows, planned times, several levels of alternatives for pictures, nor the same
 * bytes twice; what would be left of it after all of that was changed is less than this is.
 */
export function pptxWriter(tools: WriterTools): FormatWriter {
  return async (order, signal, onProgress) => {
    const notes = order.options.notes !== 'none';
    const make = (visit: SlidesVisit) => presentation(visit, tools.version);
    return visitSlides(tools, order, { make: 'drawing', notes }, make, signal, onProgress);
  };
}

async function presentation(visit: SlidesVisit, version: string): Promise<MadeOfSlides> {
  // Written by our own page to the contract’s type.
  const drawing = JSON.parse(await visit.page.text(slidesAnswer)) as DrawnDeck;
  const { deck, onProgress } = visit;
  const media = new PresentationMedia(visit, drawing);
  await media.gather();
  onProgress({ phase: 'write', done: 0, total: drawing.slides.length });
  const { author = '', subtitle = '', lang = 'en' } = deck.settings;
  const created = exportDate();
  const parts = presentationParts({
    drawing,
    slides: slideFacts(drawing, deck),
    properties: { title: deck.title, author, subject: subtitle, lang, created, producer: `Lectern ${version}` },
    media: (source) => media.find(source),
  });
  const entries = [...Array.from(parts, ([path, bytes]) => ({ path, bytes })), ...media.entries()];
  return { files: [{ bytes: zipFile(entries, created), slide: null }], diagnostics: media.diagnostics };
}

function slideFacts({ slides, theme }: DrawnDeck, deck: DeckSlides): readonly SlideFacts[] {
  const summaries = new Map(deck.summaries.map((summary) => [summary.number, summary]));
  const drawings = new Map(deck.slides.map((slide) => [slide.number, slide.drawings]));
  return slides.map((drawn) => {
    const summary = summaries.get(drawn.number);
    return {
      drawn: withDrawings(drawn, drawings.get(drawn.number) ?? [], theme),
      isHidden: summary?.hidden ?? false,
      timing: summary?.timing ?? null,
    };
  });
}
