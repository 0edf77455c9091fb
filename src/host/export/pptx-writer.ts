import { slidesAnswer } from '../../contract/slides-job.ts';
import { strokePath } from '../../core/annotations/ink.ts';
import type { Drawing, DrawnSlide, ShapePart } from '../../core/export/drawing.ts';
import { pathBox } from '../../core/export/pptx/freeform.ts';
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
  const drawing = JSON.parse(await visit.page.text(slidesAnswer)) as Drawing;
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

function slideFacts({ slides }: Drawing, deck: DeckSlides): readonly SlideFacts[] {
  const summaries = new Map(deck.summaries.map((summary) => [summary.number, summary]));
  const ink = new Map(deck.slides.map((slide) => [slide.number, slide.ink]));
  return slides.map((drawn) => {
    const summary = summaries.get(drawn.number);
    return {
      drawn: withInk(drawn, ink.get(drawn.number) ?? []),
      isHidden: summary?.hidden ?? false,
      timing: summary?.timing ?? null,
    };
  });
}

/** Ink lies over everything else, each stroke a shape that can be moved and taken away. */
function withInk(slide: DrawnSlide, strokes: DeckSlides['slides'][number]['ink']): DrawnSlide {
  const shapes = strokes.map((stroke): ShapePart => {
    const path = strokePath(stroke);
    return {
      kind: 'shape',
      name: 'Ink',
      box: pathBox(path),
      fill: stroke.color.toLowerCase(),
      line: null,
      radius: 0,
      path,
    };
  });
  return shapes.length === 0 ? slide : { ...slide, parts: [...slide.parts, ...shapes] };
}
