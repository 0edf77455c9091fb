/** The page that lays slides out for pictures, presentations and web pages: see `contract/slides-job.ts`. */
import type { PrintState } from '../../contract/print-job.ts';
import { type SlidesJob, slidesAnswer } from '../../contract/slides-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { everythingLoaded, fontsFor } from '../print/readiness.ts';
import { mayHoldCode, readCodeColours } from '../slide/code-colours.ts';
import { deckLook } from '../slide/deck-look.ts';
import '../slide/fonts.css';
import '../slide/more-fonts.css';
import '../slide/look.css';
import { installTrustedTypes } from '../slide/trusted-types.ts';
import { drawDeck } from './drawing/draw-deck.ts';
import { brokenPictures, layOutSlides } from './sheets.ts';
import './slides.css';
import { webSlides } from './web/web-slides.ts';

installTrustedTypes();

function answer(state: PrintState, problem = ''): void {
  document.documentElement.dataset['printProblem'] = problem;
  document.documentElement.dataset['print'] = state;
}

async function main(): Promise<readonly Diagnostic[]> {
  const response = await fetch('slides-job.json');
  // Written by our own host to the contract’s type.
  const job = (await response.json()) as SlidesJob;
  // A web page gets the fonts that its slides turn out to need, and no others.
  const text = job.make === 'web-page' ? '' : job.slides.map(({ body }) => body).join();
  const fonts = text === '' ? Promise.resolve() : fontsFor(text, deckLook(job.settings));
  if (job.slides.some(({ body }) => mayHoldCode(body))) await readCodeColours();
  const laidOut = await layOutSlides(job);
  await fonts;
  await everythingLoaded();
  const diagnostics = [...laidOut.diagnostics, ...brokenPictures(laidOut)];
  switch (job.make) {
    case 'pictures':
      return diagnostics;
    case 'drawing': {
      const drawn = await drawDeck(job, laidOut);
      leave(drawn.drawing);
      return [...diagnostics, ...drawn.diagnostics];
    }
    case 'web-page':
      leave(await webSlides(job, laidOut));
      return diagnostics;
  }
}

/** Leaves what was made where the engine reads it. It is text in an element that shows nothing and runs nothing. */
function leave(made: unknown): void {
  const element = document.createElement('template');
  element.id = slidesAnswer;
  element.append(JSON.stringify(made));
  document.body.append(element);
}

main().then(
  (diagnostics) => {
    document.documentElement.dataset['printDiagnostics'] = JSON.stringify(diagnostics);
    answer('ready');
  },
  (error: unknown) => answer('failed', error instanceof Error ? error.message : String(error)),
);
