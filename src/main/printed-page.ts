import type { WebContents } from 'electron';
import { Failure } from '../core/failure.ts';
import type { PrintRequest } from '../host/export/print-engine.ts';
import {
  layoutFailed,
  type PageAnswer,
  pdfOptions,
  readinessScript,
  sheetInches,
  takeAnswer,
} from '../host/export/print-page.ts';

/** An isolated world of our own (0 is the page's, 999 Electron's): what the page does to its own objects is not seen there. */
const world = 1000;

/**
 * Loads `address`, waits until the page says that it is ready, and prints it.
 *
 * @param status The status that the page itself was answered with, once it is loaded: Electron tells none for our scheme.
 * @param stopped Rejects with its reason as soon as it is aborted, whatever the page does.
 */
export function printedPage(
  contents: WebContents,
  address: string,
  request: Pick<PrintRequest, 'page' | 'width' | 'height' | 'report'>,
  status: () => number,
  stopped: AbortSignal,
): Promise<Uint8Array> {
  const ended = Promise.withResolvers<never>();
  const stop = (): void => ended.reject(stopped.reason);
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop);
  contents.once('render-process-gone', (_event, { reason }) => ended.reject(new ProcessGone(reason)));

  const print = async (): Promise<Uint8Array> => {
    await contents.loadURL(address).catch((error: unknown) => {
      throw layoutFailed(`The page did not open: ${error instanceof Error ? error.message : String(error)}.`, error);
    });
    if (status() >= 400) throw layoutFailed(`${request.page} is not there (status ${status()}).`);
    const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(world, [{ code: readinessScript }]);
    // The value that the script makes.
    takeAnswer(answer as PageAnswer, request);
    return contents.printToPDF({
      ...pdfOptions,
      pageSize: sheetInches(request),
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
  };
  return Promise.race([print(), ended.promise]).finally(() => stopped.removeEventListener('abort', stop));
}

/** The page’s process ended before it was done. */
export class ProcessGone extends Failure {
  constructor(reason: string) {
    super({
      code: 'browser-failed',
      message: `The process that prints the PDF ended before it was done (${reason}).`,
      wayOut: 'Close other programs if memory is short, then export again.',
    });
  }
}
