import { checkOptions, type FormatName, formatNames } from '../../core/export/formats.ts';
import type { FormatWriter, Writer, WriterTools } from './writer.ts';

/** The writers, one a format. Each is loaded when it is first used. */
const writers: Readonly<Record<FormatName, (tools: WriterTools) => Promise<FormatWriter>>> = {
  pdf: async (tools) => (await import('./pdf-writer.ts')).pdfWriter(tools),
  pptx: async (tools) => (await import('./pptx-writer.ts')).pptxWriter(tools),
  html: async (tools) => (await import('./html-writer.ts')).htmlWriter(tools),
  png: async (tools) => (await import('./png-writer.ts')).pngWriter(tools),
  md: async () => (await import('./md-writer.ts')).mdWriter(),
  zip: async (tools) => (await import('./zip-writer.ts')).zipWriter(tools),
};

/** The formats that can be written, in the order in which they are offered. */
export const writtenFormats: readonly FormatName[] = formatNames;

/**
 * Writes decks in the format that their options name. Rejects with a Failure: `bad-arguments` for an option that the format
 * does not know, or what its writer rejects with.
 */
export function createExporter(tools: WriterTools): Writer {
  const loaded = new Map<FormatName, Promise<FormatWriter>>();
  return async (order, signal, onProgress) => {
    signal.throwIfAborted();
    const { format } = order.options;
    checkOptions(order.options);
    const writer = loaded.get(format) ?? writers[format](tools);
    loaded.set(format, writer);
    const made = await (await writer)(order, signal, onProgress);
    return {
      ...made,
      maker: { version: tools.version, browser: usesBrowser.has(format) ? tools.engine.browser() : null },
    };
  };
}

/** Formats whose slides are laid out. */
const usesBrowser: ReadonlySet<FormatName> = new Set(['pdf', 'pptx', 'html', 'png']);
