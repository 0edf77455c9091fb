import type { PrintedQuote } from '../../contract/print-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ReadyPage } from './ready-page.ts';

/** One page to print. Everything it may load comes from `site`: an engine opens no port and lets no other request out. */
export interface PrintRequest {
  /** Answers every request that the page makes, its own address first. */
  readonly site: (request: Request) => Promise<Response>;
  /** Path and query of the page on the site, such as `/print.html`. */
  readonly page: string;
  /** Size of one sheet in CSS pixels; the page’s own `@page` size wins where it names one. */
  readonly width: number;
  readonly height: number;
  /** Time allowed from start to PDF, in milliseconds: the engine is stopped when it runs out. */
  readonly timeoutMs: number;
  /** Told once, before it is printed, what the page has found wrong with its slides, if anything. */
  readonly report?: (diagnostics: readonly Diagnostic[]) => void;
  /** Told once, before it is printed, where the words stand that the job asked for. */
  readonly quoted?: (quotes: readonly PrintedQuote[]) => void;
  /** Told when it is printed. */
  readonly printed?: () => void;
}

/**
 * Prints pages to PDF: Electron’s own in the desktop shell, a headless Chromium elsewhere. The PDF is tagged and has its
 * backgrounds; the outline and the metadata are the export service’s. The page says on its root element when it may be printed
 * (`data-print`, see the print job in `contract`).
 */
export interface PrintEngine {
  /**
   * Starts what the next job needs, for an engine that takes a while to start. Resolves when that is on its way, and never
   * rejects: what goes wrong shows when the job is printed. A job that is not to come after all ends it with `unwanted`.
   */
  prepare?(unwanted: AbortSignal): Promise<void>;
  /**
   * Opens a page, hands it to `use` when it says that it is ready, and closes it afterwards. Rejects as {@link print} does,
   * and with what `use` rejects with. A browser that dies is tried once more, from the start.
   */
  open<T>(request: PrintRequest, use: (page: ReadyPage) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Rejects with a Failure: `no-browser`, or `browser-failed` when the page or the browser does not come to an end. */
  print(request: PrintRequest, signal?: AbortSignal): Promise<Uint8Array>;
  /** Prints pages that belong together, as many at once as there are processors for; all or none. */
  printAll(requests: readonly PrintRequest[], signal?: AbortSignal): Promise<readonly Uint8Array[]>;
  /** Name and version of the browser that did the last job; `null` before there was one. */
  browser(): string | null;
  /** Ends every browser that runs, and removes what it left on disk. The engine can be used again afterwards. */
  close(): Promise<void>;
}

/**
 * Runs `takeApart` while the engine's browser starts. Loading the code that takes decks apart keeps this process busy: the browser must
 * be on its way by then. Where that fails, the browser is not wanted any more.
 */
export async function whileStarting<T>(engine: PrintEngine, takeApart: () => Promise<T>): Promise<T> {
  const unwanted = new AbortController();
  await engine.prepare?.(unwanted.signal);
  return takeApart().catch((error: unknown) => {
    unwanted.abort();
    throw error;
  });
}
