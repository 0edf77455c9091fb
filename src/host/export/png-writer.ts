import { type MadeOfSlides, type SlidesVisit, visitSlides } from './visit-slides.ts';
import type { ExportedFile, FormatWriter, WriterTools } from './writer.ts';

/**
 * Photographs slides, one picture each, as they are on the stage when all of their steps are done. Rejects with a Failure:
 * `no-such-slide`, `bad-arguments`, or what the engine rejects with.
 */
export function pngWriter(tools: WriterTools): FormatWriter {
  return async (order, signal, onProgress) => {
    const make = (visit: SlidesVisit) => pictures(visit, order.options.scale);
    return visitSlides(tools, order, { make: 'pictures', notes: false }, make, signal, onProgress);
  };
}

async function pictures({ page, deck, signal, onProgress }: SlidesVisit, scale: number): Promise<MadeOfSlides> {
  const { width, height } = deck.settings.size;
  const files: ExportedFile[] = [];
  for (const [at, { number }] of deck.slides.entries()) {
    signal.throwIfAborted();
    onProgress({ phase: 'print', done: at, total: deck.slides.length });
    files.push({ bytes: await page.picture({ x: 0, y: at * height, width, height }, scale), slide: number });
  }
  return { files };
}
