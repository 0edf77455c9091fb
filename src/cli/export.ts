import { basename, relative } from 'node:path';
import { checkOptions, type FormatName } from '../core/export/formats.ts';
import type { ExportOptions } from '../core/export/options.ts';
import { Failure } from '../core/failure.ts';
import { readDeckFile, sidecarPath } from '../host/deck-file.ts';
import { writtenFormats } from '../host/export/exporter.ts';
import { writeExport } from '../host/export/write-export.ts';
import { type Exported, exportedBytes } from '../host/export/writer.ts';
import { readTextFile } from '../host/text-file.ts';
import { chosenOptions, type ExportChoices } from './export-flags.ts';
import { exportPath } from './export-path.ts';
import { printJson, printText, sayDiagnostics } from './output.ts';
import { createPrinter } from './printing.ts';
import { withProgressBar } from './progress-bar.ts';

export type ExportFlags = ExportChoices & { readonly output: string; readonly json?: true };

/** `lectern export DECK -o FILE`. */
export async function exportDeck(deck: string, { output, json, ...choices }: ExportFlags): Promise<void> {
  const began = performance.now();
  const target = await exportPath(output, deck, writtenFormats);
  const options = chosenOptions(target.format, choices);
  checkOptions(options);
  const { text } = await readDeckFile(deck);
  const annotations = await sidecarText(deck, options);
  const order = { text, annotations, options, deckPath: deck, fileName: basename(deck) };
  const printer = createPrinter();
  const exported = await withProgressBar(process.stderr, basename(deck), (onProgress) =>
    unlessStopped((signal) => printer.write(order, signal, onProgress)),
  );
  const written = await writeExport(target.path, exported, order);
  sayDiagnostics(deck, exported.diagnostics);
  const seconds = Math.round(performance.now() - began) / 1000;
  if (json) printJson({ output, ...summary(exported, seconds), ...(written.length === 1 ? {} : { files: written }) });
  else printText(report(written, target.format, exported, seconds));
}

/** No sidecar is no annotations; one that cannot be read is a failure, because they were asked for. */
async function sidecarText(deck: string, options: ExportOptions): Promise<string | null> {
  const { annotations, comments, attachSource, format } = options;
  if (annotations === 'none' && !comments && !attachSource && format !== 'zip') return null;
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

function summary(exported: Exported, seconds: number): Readonly<Record<string, unknown>> {
  const { pages, leftOut } = exported;
  return { bytes: exportedBytes(exported), pages, seconds, slides: pages, 'left out': leftOut };
}

function report(written: readonly string[], format: FormatName, exported: Exported, seconds: number): string {
  const { pages, leftOut } = exported;
  const hidden = leftOut.filter(({ reason }) => reason === 'hidden').length;
  const without = hidden === 0 ? '' : `, without ${hidden} hidden ${hidden === 1 ? 'slide' : 'slides'}`;
  const bytes = exportedBytes(exported);
  const size = bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const [first = '', ...more] = written.map((path) => relative('.', path));
  const names = more.length === 0 ? first : `${first} and ${more.length} more`;
  const noun = format === 'pdf' ? 'page' : 'slide';
  return `${names}: ${pages} ${noun}${pages === 1 ? '' : 's'}${without}, ${size}, ${seconds.toFixed(1)} s`;
}
