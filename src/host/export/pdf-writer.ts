import type { PrintJob } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { Failure } from '../../core/failure.ts';
import { createDeckRegistry } from '../deck-registry.ts';
import { createSite, type Site } from '../site.ts';
import { watchAssets } from './asset-problems.ts';
import type { DeckPages } from './deck-pages.ts';
import { deckSource } from './deck-source.ts';
import { exportDate } from './export-date.ts';
import { type FinishedPdf, finishPdf, type PdfAddition } from './finish-pdf.ts';
import { attachFiles } from './pdf-attachments.ts';
import type { FormatWriter, WriterTools } from './writer.ts';

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
export function pdfWriter({ bundle, engine, version }: WriterTools): FormatWriter {
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
    const report = async (found: readonly Diagnostic[]): Promise<void> => {
      onPages.splice(0, onPages.length, ...found);
      onProgress({ phase: 'print', done: 0, total: (await pages).job.slides.length });
    };
    const printing = engine.print({ site, page: '/print.html', ...sheet, timeoutMs, report }, stopped);
    // Looked at below, after the pages: until then, a failure of it must not count as one that nobody looks at.
    printing.catch(() => undefined);
    // When the deck cannot be printed, that is the failure to tell, and no browser is left behind when it is told.
    const planned = await pages.catch(async (error: unknown) => {
      failed.abort(error);
      await printing.catch(() => undefined);
      throw error;
    });
    const bytes = await printing;
    onProgress({ phase: 'write', done: 0, total: 0 });
    const additions = order.options.attachSource ? [attachFiles(await deckSource(order), exportDate())] : [];
    const finished = await finish(bytes, planned, version, additions);
    return {
      files: [{ bytes: finished.bytes, slide: null }],
      pages: finished.pages,
      leftOut: planned.leftOut,
      diagnostics: [...planned.diagnostics, ...onPages, ...finished.diagnostics, ...files.problems()],
      assets: files.given(),
    };
  };
}

const jobPath = '/print-job.json';

function createJobSite(bundle: string, job: PrintJob): Site {
  const documents = new Map([[jobPath, { type: 'application/json', body: JSON.stringify(job) }]]);
  return createSite({ bundle, decks: createDeckRegistry(), documents });
}

async function finish(
  bytes: Uint8Array,
  pages: DeckPages,
  version: string,
  additions: readonly PdfAddition[],
): Promise<FinishedPdf> {
  const metadata = { ...pages.metadata, producer: `Lectern ${version}`, created: exportDate() };
  try {
    return await finishPdf(bytes, {
      metadata,
      slides: pages.job.slides,
      sections: pages.sections,
      greyscale: pages.job.layout.greyscale,
      additions,
    });
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
