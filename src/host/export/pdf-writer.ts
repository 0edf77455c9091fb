import type { PrintJob } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { Failure } from '../../core/failure.ts';
import { createDeckRegistry } from '../deck-registry.ts';
import { createSite, type Site } from '../site.ts';
import { watchAssets } from './asset-problems.ts';
import type { DeckPages } from './deck-pages.ts';
import { finishPdf } from './pdf-metadata.ts';
import type { Writer, WriterTools } from './writer.ts';

/** Milliseconds allowed for a PDF: what a slow machine needs to start a browser, and a second for each 500 characters. */
const startTime = 60_000;
const timePerCharacter = 2;

/** The sheet where the page does not say: it always does. */
const sheet = { width: 1280, height: 720 };

/**
 * Makes PDFs of decks: one page for each slide that is wanted, tagged, with an outline, title, author and language. The
 * browser starts, and loads the page’s program, while the deck is taken apart. Rejects with a Failure: `no-such-slide`,
 * `bad-arguments`, or what the engine rejects with.
 */
export function pdfWriter({ bundle, engine, version }: WriterTools): Writer {
  return async (order, signal, onProgress) => {
    const decks = createDeckRegistry();
    const { deck } = await decks.admit(order.deckPath);
    const assets = `/deck/${deck}/`;
    const files = watchAssets(createSite({ bundle, decks }), assets);
    // Loading the code that takes decks apart keeps this process busy: the browser must be on its way by then.
    await engine.prepare?.();
    const pages = import('./deck-pages.ts').then(({ deckPages }) => deckPages(order));
    const site: Site = async (request) => {
      if (new URL(request.url).pathname !== jobPath) return files.site(request);
      const { job } = await pages;
      onProgress({ phase: 'layout', done: 0, total: job.slides.length });
      return createJobSite(bundle, { ...job, assets })(request);
    };

    const timeoutMs = startTime + timePerCharacter * order.text.length;
    const failed = new AbortController();
    const stopped = AbortSignal.any([failed.signal, signal]);
    const onPages: Diagnostic[] = [];
    // A job that is tried once more reports again, and only that counts.
    const report = (found: readonly Diagnostic[]): void => void onPages.splice(0, onPages.length, ...found);
    const printing = engine.print({ site, page: '/print.html', ...sheet, timeoutMs, report }, stopped);
    // Looked at below, after the pages: until then, a failure of it must not count as one that nobody looks at.
    printing.catch(() => undefined);
    // When the deck cannot be printed, that is the failure to tell, and no browser is left behind when it is told.
    const planned = await pages.catch(async (error: unknown) => {
      failed.abort(error);
      await printing.catch(() => undefined);
      throw error;
    });
    return {
      bytes: finish(await printing, planned, version),
      pages: planned.job.slides.length,
      leftOut: planned.leftOut,
      diagnostics: [...planned.diagnostics, ...onPages, ...files.problems()],
    };
  };
}

const jobPath = '/print-job.json';

function createJobSite(bundle: string, job: PrintJob): Site {
  const documents = new Map([[jobPath, { type: 'application/json', body: JSON.stringify(job) }]]);
  return createSite({ bundle, decks: createDeckRegistry(), documents });
}

function finish(bytes: Uint8Array, { job, metadata, outline }: DeckPages, version: string): Uint8Array<ArrayBuffer> {
  const whole = { ...metadata, producer: `Lectern ${version}`, created: creationDate() };
  try {
    return finishPdf(bytes, whole, outline, job.slides.length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure(
      {
        code: 'browser-failed',
        message: `The browser’s PDF is not as expected: ${error.message}.`,
        wayOut: 'Set LECTERN_CHROMIUM to the path of another Chrome, Chromium or Edge.',
      },
      { cause: error },
    );
  }
}

/** Now, or what `SOURCE_DATE_EPOCH` says (seconds since 1970), so that the same deck can give the same file. */
function creationDate(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}
