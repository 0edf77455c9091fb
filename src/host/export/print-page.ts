/** What every print engine asks of the page, and of its browser, in the same words. */
import { availableParallelism } from 'node:os';
import { nextJobEvent, type PrintedQuote, type PrintState } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { Failure } from '../../core/failure.ts';
import type { PrintRequest } from './print-engine.ts';
import type { ReadyPage, Send } from './ready-page.ts';

/** CSS pixels in an inch. */
const pixels = 96;

/** The options that the browser's protocol and Electron give the same names. */
export const pdfOptions = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  // The browser's outline would list every heading; the export service gives the PDF one of slides.
  generateDocumentOutline: false,
} as const;

/** The time allowed for all of `requests`, in milliseconds. */
export function allowed(requests: readonly Pick<PrintRequest, 'timeoutMs'>[]): number {
  return requests.reduce((sum, { timeoutMs }) => sum + timeoutMs, 0);
}

/** How many pages are printed at the same time: each keeps a processor busy. */
export function atOnce(): number {
  return Math.min(4, availableParallelism());
}

/** The size of a sheet in inches. */
export function sheetInches({ width, height }: Pick<PrintRequest, 'width' | 'height'>): {
  readonly width: number;
  readonly height: number;
} {
  return { width: width / pixels, height: height / pixels };
}

/**
 * A script that gives a page which has been printed the job of another address, and tells whether it takes it; one that knows nothing of that
 * stays as it is.
 */
export function nextJobScript({ page }: Pick<PrintRequest, 'page'>): string {
  const { search } = new URL(page, 'https://lectern.invalid');
  return `(() => {
    const root = document.documentElement;
    root.dataset.printQuery = ${JSON.stringify(search)};
    document.dispatchEvent(new Event(${JSON.stringify(nextJobEvent)}));
    return root.dataset.print === undefined;
  })()`;
}

/** What {@link readinessScript} resolves with: the state, why it failed, diagnostics and quotes as JSON; empty where there are none. */
export type PageAnswer = readonly [state: PrintState, problem: string, diagnostics: string, quotes: string];

/** A script that resolves with what the page's root element says about its state, at once or as soon as it says so. */
export const readinessScript = `new Promise((resolve) => {
  const look = () => {
    const { print, printProblem, printDiagnostics, printQuotes } = document.documentElement?.dataset ?? {};
    if (print) resolve([print, printProblem ?? '', printDiagnostics ?? '', printQuotes ?? '']);
  };
  new MutationObserver(look).observe(document, { subtree: true, attributeFilter: ['data-print'] });
  new MutationObserver(look).observe(document, { childList: true });
  look();
})`;

/** Takes the page's answer: passes on what it has found, or throws the failure that it tells. */
export function takeAnswer(
  [state, problem, diagnostics, quotes]: PageAnswer,
  request: Pick<PrintRequest, 'report' | 'quoted'>,
): void {
  if (state !== 'ready') throw layoutFailed(problem === '' ? 'The page gave no reason.' : problem);
  // Written by our own page.
  if (diagnostics !== '') request.report?.(JSON.parse(diagnostics) as readonly Diagnostic[]);
  if (quotes !== '') request.quoted?.(JSON.parse(quotes) as readonly PrintedQuote[]);
}

/** The page did not open, is not there, or gave up; `reason` is a sentence. */
export function layoutFailed(reason: string, cause?: unknown): Failure {
  return new Failure(
    {
      code: 'browser-failed',
      message: `The pages could not be laid out: ${reason}`,
      wayOut: 'Export a part of the slides to find the one that fails, and report it.',
    },
    { cause },
  );
}

/** The time allowed was over. */
export function tooSlow({ timeoutMs }: Pick<PrintRequest, 'timeoutMs'>): Failure {
  return new Failure({
    code: 'browser-failed',
    message: `The PDF was not finished after ${Math.round(timeoutMs / 1000)} seconds, and its browser was stopped.`,
    wayOut: 'Export fewer slides at a time, or look for a very large image in the deck.',
  });
}

/** What is done with a page that is ready, and the medium that it is laid out for from the start. */
export interface PageUse<T> {
  readonly medium: 'print' | 'screen';
  readonly use: (page: ReadyPage) => Promise<T>;
}

/**
 * Printing. A page that is laid out for paper as it loads is printed as it stands; one that was laid out for the screen is laid out four
 * times more, which takes longer than the printing itself.
 */
export const toPdf: PageUse<Uint8Array> = { medium: 'print', use: (page) => page.pdf() };

/** The command that has a page laid out for a medium, in Chromium’s own protocol. */
export function emulateMedium(send: Send, medium: PageUse<unknown>['medium']): Promise<unknown> {
  return send('Emulation.setEmulatedMedia', { media: medium });
}

/** What came of a single page. */
export function onlyOne<T>([first]: readonly T[]): T {
  if (first === undefined) throw new RangeError('Nothing came of a page that was opened.');
  return first;
}
