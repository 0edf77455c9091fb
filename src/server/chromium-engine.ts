import { asFailure, Failure } from '../core/failure.ts';
import type { PrintEngine, PrintRequest } from '../host/export/print-engine.ts';
import { allowed, atOnce, onlyOne, type PageUse, tooSlow, toPdf } from '../host/export/print-page.ts';
import { inParallel } from '../host/parallel.ts';
import { type ChromiumBinary, findChromium } from './chromium-binary.ts';
import type { BundleOptions } from './chromium-bundle.ts';
import { CommandFailed, ConnectionClosed } from './chromium-connection.ts';
import { type ChromiumTab, openTab } from './chromium-page.ts';
import { type ChromiumProcess, startChromium, StartFailed, type StartOptions } from './chromium-process.ts';

export interface ChromiumEngineOptions extends BundleOptions {
  /** The browsers to try, best first; by default, all that {@link findChromium} finds. */
  readonly find?: typeof findChromium;
}

/**
 * Prints with a headless Chromium of its own, started for each job and ended after it: an installed one or the bundled
 * one, whichever starts first in {@link findChromium}’s order. A browser that dies while printing is tried once more.
 */
export function chromiumEngine(options: ChromiumEngineOptions = {}): PrintEngine {
  const find = options.find ?? findChromium;
  const running = new Set<ChromiumProcess>();
  let chosen: ChromiumBinary | null = null;
  let product: string | null = null;

  let next: Promise<ChromiumProcess> | null = null;

  /** The first browser that starts; it is remembered for the next time. */
  async function start(startOptions: StartOptions): Promise<ChromiumProcess> {
    const reasons: string[] = [];
    for await (const candidate of chosen === null ? find(options) : [chosen]) {
      startOptions.stopped.throwIfAborted();
      if ('problem' in candidate) {
        reasons.push(`${candidate.name}: ${candidate.problem}`);
        continue;
      }
      try {
        const browser = await startChromium(candidate, startOptions);
        chosen = candidate;
        product = browser.product;
        running.add(browser);
        return browser;
      } catch (error) {
        if (!(error instanceof StartFailed)) throw error;
        reasons.push(`${candidate.name}: ${error.message}`);
      }
    }
    chosen = null;
    throw noBrowser(reasons);
  }

  /** The printing is over when the PDF is there; only `close` waits for this. */
  async function end(browser: ChromiumProcess): Promise<void> {
    await browser.stop().catch(() => undefined);
    running.delete(browser);
  }

  async function attempt<T>(
    requests: readonly PrintRequest[],
    { medium, use }: PageUse<T>,
    stopped: AbortSignal,
  ): Promise<readonly T[]> {
    stopped.throwIfAborted();
    const starting = next ?? start({ stopped, onSpawn: () => {} });
    next = null;
    const browser = await starting;
    const stop = (): void => void end(browser);
    const idle: ChromiumTab[] = [];
    stopped.addEventListener('abort', stop);
    try {
      stopped.throwIfAborted();
      return await inParallel(atOnce(), requests, async (request) => {
        const tab = idle.pop() ?? (await openTab(browser.connection, medium));
        const made = await tab.open(request, use);
        idle.push(tab);
        request.printed?.();
        return made;
      });
    } finally {
      stopped.removeEventListener('abort', stop);
      stop();
    }
  }

  async function openAll<T>(
    requests: readonly PrintRequest[],
    use: PageUse<T>,
    signal: AbortSignal | undefined,
  ): Promise<readonly T[]> {
    const timeoutMs = allowed(requests);
    const limit = AbortSignal.timeout(timeoutMs);
    const stopped = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    try {
      return await attempt(requests, use, stopped).catch((error: unknown) => {
        if (stopped.aborted || !isCrash(error)) throw error;
        return attempt(requests, use, stopped);
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw limit.aborted ? tooSlow({ timeoutMs }) : printFailure(error);
    }
  }

  return {
    prepare(unwanted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const starting = (next ??= start({ stopped: unwanted, onSpawn: resolve }));
      unwanted.addEventListener('abort', () => {
        if (next !== starting) return;
        next = null;
        void starting.then(end, () => undefined);
      });
      // Whoever prints meets the failure.
      starting.catch(() => undefined).finally(resolve);
      return promise;
    },
    open: (request, use, signal) => openAll([request], { medium: 'screen', use }, signal).then(onlyOne),
    print: (request, signal) => openAll([request], toPdf, signal).then(onlyOne),
    printAll: (requests, signal) => openAll(requests, toPdf, signal),
    browser: () => product,
    async close() {
      await next?.then(end, () => undefined);
      next = null;
      await Promise.all([...running].map(end));
    },
  };
}

function isCrash(error: unknown): boolean {
  return error instanceof ConnectionClosed || error instanceof CommandFailed;
}

function noBrowser(reasons: readonly string[]): Failure {
  const tried = reasons.length === 0 ? '' : ` Tried ${reasons.map((reason) => reason.replace(/\.$/, '')).join('; ')}.`;
  return new Failure({
    code: 'no-browser',
    message: `There is no browser here that can print the PDF.${tried}`,
    wayOut: 'Install Chrome, Chromium or Edge, or set LECTERN_CHROMIUM to the path of one.',
  });
}

function printFailure(error: unknown): Failure {
  if (!isCrash(error)) return asFailure(error);
  return new Failure(
    {
      code: 'browser-failed',
      message: `The browser that prints the PDF ended before it was done, twice: ${(error as Error).message}`,
      wayOut: 'Close other programs if memory is short, or set LECTERN_CHROMIUM to the path of another browser.',
    },
    { cause: error },
  );
}
