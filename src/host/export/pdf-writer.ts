import type { PrintedQuote, PrintJob } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { printParts } from '../../core/export/print-parts.ts';
import { Failure } from '../../core/failure.ts';
import { createDeckRegistry } from '../deck-registry.ts';
import { createSite, type Site } from '../site.ts';
import { watchAssets } from './asset-problems.ts';
import type { DeckPages } from './deck-pages.ts';
import { deckSource } from './deck-source.ts';
import { exportDate } from './export-date.ts';
import { type FinishedPdf, finishPdf, type PdfAddition } from './finish-pdf.ts';
import { PreparedLooks } from './markup/prepared-looks.ts';
import type { Markup } from './markup/write-markup.ts';
import { attachFiles } from './pdf-attachments.ts';
import { type PrintRequest, whileStarting } from './print-engine.ts';
import type { FormatWriter, WriterTools } from './writer.ts';

/** Milliseconds allowed for a PDF: what a slow machine needs to start a browser, and a second for each 500 characters. */
const startTime = 60_000;
const timePerCharacter = 2;

/** The sheet where the page does not say: it always does. */
const sheet = { width: 1280, height: 720 };

/**
 * Makes PDFs of decks, tagged, with an outline, title, author and language. The browser starts while the deck is taken
 * apart; a large deck is printed in several parts at once. Rejects with a Failure: `no-such-slide`, `bad-arguments`, or what
 * the engine rejects with.
 */
export function pdfWriter({ bundle, engine, version }: WriterTools): FormatWriter {
  return async (order, signal, onProgress) => {
    const decks = createDeckRegistry();
    const { deck } = await decks.admit(order.deckPath);
    const assets = `/deck/${deck}/`;
    const files = watchAssets(createSite({ bundle, decks }), assets);
    const planned = await whileStarting(engine, async () => (await import('./deck-pages.ts')).deckPages(order));
    const { length: total } = planned.job.slides;
    onProgress({ phase: 'layout', done: 0, total });

    const parts = printParts(planned.job);
    const onPages = parts.map((): readonly Diagnostic[] => []);
    const quotes = new Map<string, PrintedQuote['boxes']>();
    const done = new Set<number>();
    const requests = parts.map((part, i): PrintRequest => {
      const jobs = createJobSite(bundle, { ...part, assets });
      return {
        site: (request) => (new URL(request.url).pathname === jobPath ? jobs(request) : files.site(request)),
        page: `/print.html?part=${i}`,
        ...sheet,
        timeoutMs: startTime + timePerCharacter * part.slides.reduce((sum, { body }) => sum + body.length, 0),
        // A job that is tried once more reports again, and only that counts.
        report: (found) => void (onPages[i] = found),
        quoted(found) {
          for (const { id, boxes } of found) quotes.set(id, boxes);
        },
        printed() {
          for (const { number } of part.slides) done.add(number);
          onProgress({ phase: 'print', done: done.size, total });
        },
      };
    });
    onProgress({ phase: 'print', done: 0, total });
    const [printed, looks] = await Promise.all([engine.printAll(requests, signal), prepareLooks(planned, signal)]);
    onProgress({ phase: 'write', done: 0, total: 0 });
    const { toldProblems } = await import('./told-problems.ts');
    const additions = order.options.attachSource ? [attachFiles(await deckSource(order), exportDate())] : [];
    const finished = await finish(printed, planned, version, quotes, looks, additions);
    return {
      files: [{ bytes: finished.bytes, slide: null }],
      pages: finished.pages,
      leftOut: planned.leftOut,
      diagnostics: toldProblems(
        order.text,
        new Set(planned.job.slides.map(({ number }) => number)),
        [...planned.diagnostics, ...onPages.flat(), ...finished.diagnostics],
        files.problems(),
      ),
      assets: files.given(),
    };
  };
}

const jobPath = '/print-job.json';

function createJobSite(bundle: string, job: PrintJob): Site {
  const documents = new Map([[jobPath, { type: 'application/json', body: JSON.stringify(job) }]]);
  return createSite({ bundle, decks: createDeckRegistry(), documents });
}

/** Has this process draw what becomes annotations while the browser prints. */
function prepareLooks({ markup, job }: DeckPages, signal: AbortSignal): Promise<PreparedLooks> {
  const order = job.slides.map(({ number }) => number);
  return PreparedLooks.prepare(
    markup ?? { slides: [], onDark: false },
    order,
    job.layout,
    job.settings.size.width,
    signal,
  );
}

async function finish(
  files: readonly Uint8Array[],
  pages: DeckPages,
  version: string,
  quotes: Markup['quotes'],
  looks: PreparedLooks,
  additions: readonly PdfAddition[],
): Promise<FinishedPdf> {
  const created = exportDate();
  const metadata = { ...pages.metadata, producer: `Lectern ${version}`, created };
  const { layout, settings, slides } = pages.job;
  try {
    return await finishPdf(files, {
      metadata,
      slides,
      sections: pages.sections,
      greyscale: layout.greyscale,
      markup:
        pages.markup === null ? null : { ...pages.markup, layout, size: settings.size, quotes, looks, date: created },
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
