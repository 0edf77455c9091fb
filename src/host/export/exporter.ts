import { checkOptions, exportFormats, type FormatName, formatNames } from '../../core/export/formats.ts';
import { Failure } from '../../core/failure.ts';
import type { Writer, WriterTools } from './writer.ts';

/**
 * The writers that there are, one a format. Each is loaded when it is first used. A format without one is offered
 * nowhere: neither in the dialog nor on the command line.
 */
const writers: Partial<Record<FormatName, (tools: WriterTools) => Promise<Writer>>> = {
  pdf: async (tools) => (await import('./pdf-writer.ts')).pdfWriter(tools),
};

/** The formats that can be written, in the order in which they are offered. */
export const writtenFormats: readonly FormatName[] = formatNames.filter((name) => name in writers);

/**
 * Writes decks in the format that their options name. Rejects with a Failure: `bad-arguments` for a format that is not
 * written or an option that it does not know, or what its writer rejects with.
 */
export function createExporter(tools: WriterTools): Writer {
  const loaded = new Map<FormatName, Promise<Writer>>();
  return async (order, signal, onProgress) => {
    signal.throwIfAborted();
    const { format } = order.options;
    const load = writers[format];
    if (load === undefined) throw notWritten(exportFormats[format].label);
    checkOptions(order.options);
    const writer = loaded.get(format) ?? load(tools);
    loaded.set(format, writer);
    return (await writer)(order, signal, onProgress);
  };
}

function notWritten(label: string): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: `This version of Lectern does not write the format “${label}”.`,
    wayOut: `Choose ${writtenFormats.map((name) => exportFormats[name].extension).join(', ')}.`,
  });
}
