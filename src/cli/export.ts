import { basename } from 'node:path';
import type { ExportOptions } from '../core/export/options.ts';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import { readDeckFile, sidecarPath } from '../host/deck-file.ts';
import { writtenFormats } from '../host/export/exporter.ts';
import type { Exported } from '../host/export/writer.ts';
import { readTextFile } from '../host/text-file.ts';
import { chosenOptions, type ExportChoices } from './export-flags.ts';
import { exportPath } from './export-path.ts';
import { printJson, printText, sayDiagnostics, whileSaying } from './output.ts';
import { createPrinter } from './printing.ts';

export type ExportFlags = ExportChoices & { readonly output: string; readonly json?: true };

/** `lectern export DECK -o FILE`. */
export async function exportDeck(deck: string, { output, json, ...choices }: ExportFlags): Promise<void> {
  const began = performance.now();
  const target = await exportPath(output, deck, writtenFormats);
  const options = chosenOptions(target.format, choices);
  const { text } = await readDeckFile(deck);
  const annotations = await sidecarText(deck, options);
  const order = { text, annotations, options, deckPath: deck, fileName: basename(deck) };
  const printer = createPrinter();
  const exported = await whileSaying(`Exporting ${basename(deck)}…`, () =>
    unlessStopped((signal) => printer.write(order, signal, () => undefined)),
  );
  await saveAtomically(target.path, exported.bytes);
  sayDiagnostics(deck, exported.diagnostics);
  const seconds = Math.round(performance.now() - began) / 1000;
  if (json) printJson({ output, ...summary(exported, seconds) });
  else printText(report(output, exported, seconds));
}

/** No sidecar is no annotations; one that cannot be read is a failure, because they were asked for. */
async function sidecarText(deck: string, { annotations, comments }: ExportOptions): Promise<string | null> {
  if (annotations === 'none' && !comments) return null;
  try {
    return (await readTextFile(sidecarPath(deck))).text;
  } catch (error) {
    if (error instanceof Failure && error.code === 'missing') return null;
    throw error;
  }
}

/** Runs `work` and stops it on Ctrl-C, so that the browser and its profile are gone before the program is. */
async function unlessStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(stopped());
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

function stopped(): Failure {
  return new Failure({ code: 'refused', message: 'The export was stopped.', wayOut: 'Nothing was written.' });
}

function summary({ bytes, pages, leftOut }: Exported, seconds: number): Readonly<Record<string, unknown>> {
  return { bytes: bytes.length, pages, seconds, slides: pages, 'left out': leftOut };
}

function report(output: string, { bytes, pages, leftOut }: Exported, seconds: number): string {
  const hidden = leftOut.filter(({ reason }) => reason === 'hidden').length;
  const without = hidden === 0 ? '' : `, without ${hidden} hidden ${hidden === 1 ? 'slide' : 'slides'}`;
  const size = bytes.length < 1e6 ? `${Math.round(bytes.length / 1e3)} kB` : `${(bytes.length / 1e6).toFixed(1)} MB`;
  return `${output}: ${pages} ${pages === 1 ? 'page' : 'pages'}${without}, ${size}, ${seconds.toFixed(1)} s`;
}
