import { createExporter } from '../host/export/exporter.ts';
import type { Writer } from '../host/export/writer.ts';
import { chromiumEngine } from '../server/chromium-engine.ts';
import { say } from './output.ts';
import { bundle, programVersion } from './program.ts';

/** Exports decks, one or many. */
export interface Printer {
  readonly write: Writer;
  /** Ends every browser that still runs. */
  close(): Promise<void>;
}

/** Prints with a headless Chromium; what it has to say meanwhile goes to standard error. */
export function createPrinter(): Printer {
  const engine = chromiumEngine({ onUnpack: () => say('Unpacking the bundled browser, once…') });
  return { write: createExporter({ bundle, engine, version: programVersion() }), close: () => engine.close() };
}
