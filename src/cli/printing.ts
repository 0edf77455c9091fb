import type { PrintOrder } from '../host/export-service.ts';
import { type ExportedPdf, exportPdf } from '../host/export/export-pdf.ts';
import { chromiumEngine } from '../server/chromium-engine.ts';
import { say } from './output.ts';
import { bundle, programVersion } from './program.ts';

/** Prints decks, one or many. */
export interface Printer {
  print(order: PrintOrder, signal?: AbortSignal): Promise<ExportedPdf>;
  /** Ends every browser that still runs. */
  close(): Promise<void>;
}

/** Prints with a headless Chromium; what it has to say meanwhile goes to standard error. */
export function createPrinter(): Printer {
  const engine = chromiumEngine({ onUnpack: () => say('Unpacking the bundled browser, once…') });
  const version = programVersion();
  return {
    print: (order, signal) =>
      exportPdf({ ...order, bundle, engine, version, ...(signal === undefined ? {} : { signal }) }),
    close: () => engine.close(),
  };
}
