/** The page that prints: lays out what `print-job.json` says and marks its root element when it may be printed. */
import type { PrintJob, PrintState } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { deckLook } from '../slide/deck-look.ts';
import '../slide/fonts.css';
import '../slide/look.css';
import { installTrustedTypes } from '../slide/trusted-types.ts';
import { fitSlides } from './fit-slides.ts';
import { layOutPages } from './pages.ts';
import './print-root.css';
import './print.css';
import { everythingLoaded, fontsFor } from './readiness.ts';

installTrustedTypes();

function answer(state: PrintState, problem = ''): void {
  document.documentElement.dataset['printProblem'] = problem;
  document.documentElement.dataset['print'] = state;
}

async function main(): Promise<readonly Diagnostic[]> {
  const response = await fetch(`print-job.json${location.search}`);
  // Written by our own host to the contract’s type.
  const job = (await response.json()) as PrintJob;
  const fonts = fontsFor(job.slides.map(({ body }) => body).join(), deckLook(job.settings));
  const diagnostics = await layOutPages(job);
  await fonts;
  await everythingLoaded();
  return [...diagnostics, ...fitSlides(job)];
}

main().then(
  (diagnostics) => {
    document.documentElement.dataset['printDiagnostics'] = JSON.stringify(diagnostics);
    answer('ready');
  },
  (error: unknown) => answer('failed', error instanceof Error ? error.message : String(error)),
);
