import { deckSource } from './deck-source.ts';
import { exportDate } from './export-date.ts';
import { manifestBytes } from './manifest-file.ts';
import type { FormatWriter, WriterTools } from './writer.ts';
import { zipFile } from './zip-file.ts';

/** Its name in the archive, by which the archive is known for one of ours. */
export const bundleManifest = 'manifest.json';

/**
 * Packs a deck with everything that it needs into one archive, from which it can be opened again: deck, annotations, the files
 * that it shows, and a manifest of them. Rejects with a Failure `too-large`.
 */
export function zipWriter({ version }: Pick<WriterTools, 'version'>): FormatWriter {
  return async (order, signal, onProgress) => {
    const [{ deckSlides }, sources] = await Promise.all([import('./deck-slides.ts'), deckSource(order)]);
    signal.throwIfAborted();
    // All of the deck travels, whatever is chosen of it elsewhere.
    const deck = deckSlides({ ...order, options: { ...order.options, slides: null, hidden: true } });
    onProgress({ phase: 'write', done: 0, total: deck.slides.length });
    const manifest = manifestBytes(order, { version, browser: null }, sources, []);
    const entries = [{ path: bundleManifest, bytes: manifest }, ...sources];
    return {
      files: [{ bytes: zipFile(entries, exportDate()), slide: null }],
      pages: deck.slides.length,
      leftOut: [],
      diagnostics: deck.diagnostics,
      assets: sources
        .filter(({ role }) => role === 'asset')
        .map(({ path }) => path.split('/').map(encodeURIComponent).join('/')),
    };
  };
}
