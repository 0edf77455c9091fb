import { slideLabel } from '../../core/deck/slide-label.ts';
import { textDocument } from '../../core/export/text-document.ts';
import { deckSlides } from './deck-slides.ts';
import type { FormatWriter } from './writer.ts';

/** Writes the words of a deck, and its notes if they are wanted, as plain Markdown. Rejects with a Failure: `no-such-slide`, `bad-arguments`. */
export function mdWriter(): FormatWriter {
  return async (order, signal, onProgress) => {
    const { title, settings, slides, leftOut, diagnostics } = deckSlides(order);
    signal.throwIfAborted();
    onProgress({ phase: 'write', done: 0, total: slides.length });
    const { subtitle = '', author = '', date = '', notesSeparator } = settings;
    const text = textDocument({
      title,
      lines: [subtitle, author, date],
      slides: slides.map((slide) => ({ label: slideLabel(slide), body: slide.body })),
      notesSeparator,
      withNotes: order.options.notes !== 'none',
    });
    return {
      files: [{ bytes: new Uint8Array(Buffer.from(text)), slide: null }],
      pages: slides.length,
      leftOut,
      diagnostics,
      assets: [],
    };
  };
}
