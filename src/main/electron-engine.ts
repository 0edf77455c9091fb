import { BrowserWindow, type Session, session } from 'electron';
import { asFailure } from '../core/failure.ts';
import type { PrintEngine, PrintRequest } from '../host/export/print-engine.ts';
import { allowed, atOnce, onlyOne, type PageUse, tooSlow, toPdf } from '../host/export/print-page.ts';
import { inParallel } from '../host/parallel.ts';
import type { Site } from '../host/site.ts';
import { printHost, scheme } from './addresses.ts';
import { guardNavigation } from './navigation.ts';
import { openedPage, ProcessGone } from './printed-page.ts';
import { answerRequests } from './protocol.ts';
import { closeSession } from './session.ts';
import { pagePreferences } from './window-options.ts';

/**
 * Prints with Electron's own Chromium: each job in a hidden, sandboxed window without a preload script, in an in-memory
 * session whose only answers come from the job's site. A job that takes too long loses its window and its process.
 */
export function electronEngine(): PrintEngine {
  const windows = new Set<BrowserWindow>();
  const spareSessions: Session[] = [];
  let sessions = 0;

  /** Electron keeps every session until it ends, so they are used again. */
  const takeSession = (): Session => {
    const spare = spareSessions.pop();
    if (spare !== undefined) return spare;
    const fresh = session.fromPartition(`print-${++sessions}`, { cache: false });
    closeSession(fresh, null);
    return fresh;
  };

  async function openOnce<T>(request: PrintRequest, use: PageUse<T>, stopped: AbortSignal): Promise<T> {
    const own = takeSession();
    const address = new URL(request.page, `${scheme}://${printHost}/`).href;
    let status = 0;
    const site: Site = async (asked) => {
      const answer = await request.site(asked);
      if (asked.url === address) status = answer.status;
      return answer;
    };
    answerRequests(own, printHost, () => [site]);
    const window = new BrowserWindow({
      show: false,
      useContentSize: true,
      width: Math.ceil(request.width),
      height: Math.ceil(request.height),
      webPreferences: { ...pagePreferences, session: own, backgroundThrottling: false },
    });
    windows.add(window);
    guardNavigation(
      window.webContents,
      () => false,
      () => {},
    );
    try {
      return await openedPage(window.webContents, address, request, use, () => status, stopped);
    } catch (error) {
      kill(window);
      throw error;
    } finally {
      windows.delete(window);
      if (!window.isDestroyed()) window.destroy();
      own.protocol.unhandle(scheme);
      await own.clearStorageData();
      spareSessions.push(own);
    }
  }

  /** A process that ends before it is done is tried once more. */
  async function openTwice<T>(request: PrintRequest, use: PageUse<T>, stopped: AbortSignal): Promise<T> {
    return openOnce(request, use, stopped).catch((error: unknown) => {
      if (stopped.aborted || !(error instanceof ProcessGone)) throw error;
      return openOnce(request, use, stopped);
    });
  }

  async function openAll<T>(
    requests: readonly PrintRequest[],
    use: PageUse<T>,
    signal: AbortSignal | undefined,
  ): Promise<readonly T[]> {
    const timeoutMs = allowed(requests);
    const limit = AbortSignal.timeout(timeoutMs);
    const failed = new AbortController();
    const stopped = AbortSignal.any([limit, failed.signal, ...(signal === undefined ? [] : [signal])]);
    try {
      return await inParallel(atOnce(), requests, async (request) => {
        const made = await openTwice(request, use, stopped);
        request.printed?.();
        return made;
      });
    } catch (error) {
      failed.abort(error);
      signal?.throwIfAborted();
      throw limit.aborted ? tooSlow({ timeoutMs }) : asFailure(error);
    }
  }

  return {
    open: (request, use, signal) => openAll([request], { medium: 'screen', use }, signal).then(onlyOne),
    print: (request, signal) => openAll([request], toPdf, signal).then(onlyOne),
    printAll: (requests, signal) => openAll(requests, toPdf, signal),
    browser: () => `Electron/${process.versions['electron'] ?? ''} Chrome/${process.versions['chrome'] ?? ''}`,
    async close() {
      for (const window of windows) kill(window);
    },
  };
}

/** A page that is busy for ever does not notice that its window is gone: its process is ended first. */
function kill(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.webContents.forcefullyCrashRenderer();
  window.destroy();
}
