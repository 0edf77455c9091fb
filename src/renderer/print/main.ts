/** The page that prints: lays out what `print-job.json` says and marks its root element when it may be printed. */
import { nextJobEvent, type PrintedQuote, type PrintJob, type PrintState } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { mayHoldCode, readCodeColours } from '../slide/code-colours.ts';
import { deckLook } from '../slide/deck-look.ts';
import '../slide/fonts.css';
import '../slide/more-fonts.css';
import '../slide/look.css';
import { installTrustedTypes } from '../slide/trusted-types.ts';
import { fitSlides } from './fit-slides.ts';
import { layOutPages } from './pages.ts';
import './print-root.css';
import './print.css';
import { printedQuotes } from './printed-quotes.ts';
import { everythingLoaded, fontsFor } from './readiness.ts';

installTrustedTypes();

const answers = document.documentElement.dataset;

function answer(state: PrintState, problem = ''): void {
  answers['printProblem'] = problem;
  answers['print'] = state;
}

interface Printed {
  readonly diagnostics: readonly Diagnostic[];
  readonly quotes: readonly PrintedQuote[];
}

async function layOut(query: string): Promise<Printed> {
  const response = await fetch(`print-job.json${query}`);
  // Written by our own host to the contract’s type.
  const job = (await response.json()) as PrintJob;
  const words = [...job.slides.map(({ body }) => body), ...job.labels.map(({ text }) => text)].join();
  const fonts = fontsFor(words, deckLook(job.settings));
  if (mayHoldCode(words)) await readCodeColours();
  const diagnostics = await layOutPages(job);
  await fonts;
  await everythingLoaded();
  const found = [...diagnostics, ...fitSlides(job)];
  return { diagnostics: found, quotes: printedQuotes(job) };
}

function start(query: string): void {
  delete answers['print'];
  layOut(query).then(
    ({ diagnostics, quotes }) => {
      answers['printDiagnostics'] = JSON.stringify(diagnostics);
      answers['printQuotes'] = JSON.stringify(quotes);
      answer('ready');
    },
    (error: unknown) => answer('failed', error instanceof Error ? error.message : String(error)),
  );
}

document.addEventListener(nextJobEvent, () => start(answers['printQuery'] ?? ''));
start(location.search);
