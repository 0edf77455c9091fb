import type { PrintOrder } from '../host/export-service.ts';
import { type ExportedPdf, exportPdf } from '../host/export/export-pdf.ts';
import { chromiumEngine } from '../server/chromium-engine.ts';
import { say } from './output.ts';
import { bundle, programVersion } from './program.ts';

/** Prints decks with a headless Chromium; what it has to say meanwhile goes to standard error. */
export async function printWithChromium(order: PrintOrder, signal?: AbortSignal): Promise<ExportedPdf> {
  const engine = chromiumEngine({ onUnpack: () => say('Unpacking the bundled browser, once…') });
  return exportPdf({
    ...order,
    bundle,
    engine,
    version: programVersion(),
    ...(signal === undefined ? {} : { signal }),
  });
}
