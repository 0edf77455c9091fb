import { basename } from 'node:path';
import { parseSlideRange } from '../core/export/slide-range.ts';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import { readDeckFile, sidecarPath } from '../host/deck-file.ts';
import type { ExportedPdf } from '../host/export/export-pdf.ts';
import { readTextFile } from '../host/text-file.ts';
import { exportPath } from './export-path.ts';
import { printJson, printText, sayDiagnostics, whileSaying } from './output.ts';
import { createPrinter } from './printing.ts';

export interface ExportFlags {
  readonly output: string;
  /** Such as `1-5,8`. */
  readonly slides?: string;
  readonly hidden?: true;
  readonly annotations: 'none' | 'flat';
  readonly json?: true;
}

/** `lectern export DECK -o FILE`. */
export async function exportDeck(deck: string, flags: ExportFlags): Promise<void> {
  const began = performance.now();
  const slides = flags.slides === undefined ? null : [...parseSlideRange(flags.slides)];
  const output = await exportPath(flags.output, deck);
  const { text } = await readDeckFile(deck);
  const order = {
    text,
    annotations: flags.annotations === 'flat' ? await sidecarText(deck) : null,
    options: { slides, hidden: flags.hidden === true, annotations: flags.annotations },
    deckPath: deck,
    fileName: basename(deck),
  };
  const printer = createPrinter();
  const exported = await whileSaying(`Printing ${basename(deck)}…`, () =>
    unlessStopped((signal) => printer.print(order, signal)),
  );
  await saveAtomically(output, exported.pdf);
  sayDiagnostics(deck, exported.diagnostics);
  report(flags, exported, Math.round(performance.now() - began) / 1000);
}

/** No sidecar is no ink; one that cannot be read is a failure, because ink was asked for. */
async function sidecarText(deck: string): Promise<string | null> {
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

function report(flags: ExportFlags, { pdf, pages, leftOut }: ExportedPdf, seconds: number): void {
  if (flags.json) {
    printJson({ output: flags.output, bytes: pdf.length, pages, seconds, slides: pages, 'left out': leftOut });
    return;
  }
  const hidden = leftOut.filter(({ reason }) => reason === 'hidden').length;
  const without = hidden === 0 ? '' : `, without ${hidden} hidden ${hidden === 1 ? 'slide' : 'slides'}`;
  const size = pdf.length < 1e6 ? `${Math.round(pdf.length / 1e3)} kB` : `${(pdf.length / 1e6).toFixed(1)} MB`;
  printText(`${flags.output}: ${pages} ${pages === 1 ? 'page' : 'pages'}${without}, ${size}, ${seconds.toFixed(1)} s`);
}
