import type { WebContents } from 'electron';
import { Failure } from '../core/failure.ts';
import type { PrintRequest } from '../host/export/print-engine.ts';
import { protocolPage, type Send } from '../host/export/ready-page.ts';
import {
  emulateMedium,
  layoutFailed,
  type PageAnswer,
  type PageUse,
  pdfOptions,
  readinessScript,
  sheetInches,
  takeAnswer,
} from '../host/export/print-page.ts';

/** An isolated world of our own (0 is the page's, 999 Electron's): what the page does to its own objects is not seen there. */
const world = 1000;

/**
 * Loads `address`, waits until the page says that it is ready, and hands it over.
 *
 * @param status The status that the page itself was answered with, once it is loaded: Electron tells none for our scheme.
 * @param stopped Rejects with its reason as soon as it is aborted, whatever the page does.
 */
export function openedPage<T>(
  contents: WebContents,
  address: string,
  request: Pick<PrintRequest, 'page' | 'width' | 'height' | 'report' | 'quoted'>,
  { medium, use }: PageUse<T>,
  status: () => number,
  stopped: AbortSignal,
): Promise<T> {
  const ended = Promise.withResolvers<never>();
  const stop = (): void => ended.reject(stopped.reason);
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop);
  contents.once('render-process-gone', (_event, { reason }) => ended.reject(new ProcessGone(reason)));

  const evaluate = (code: string): Promise<unknown> => contents.executeJavaScriptInIsolatedWorld(world, [{ code }]);
  const open = async (): Promise<T> => {
    // Not waited for: it is there in time, and a window that does not take it prints as well, only more slowly.
    if (medium !== 'screen') emulateMedium(protocolOf(contents), medium).catch(() => undefined);
    await contents.loadURL(address).catch((error: unknown) => {
      throw layoutFailed(`The page did not open: ${error instanceof Error ? error.message : String(error)}.`, error);
    });
    if (status() >= 400) throw layoutFailed(`${request.page} is not there (status ${status()}).`);
    // The value that the script makes.
    takeAnswer((await evaluate(readinessScript)) as PageAnswer, request);
    return use({ ...protocolPage(protocolOf(contents), evaluate), pdf: () => printed(contents, request) });
  };
  return Promise.race([open(), ended.promise]).finally(() => stopped.removeEventListener('abort', stop));
}

function printed(contents: WebContents, request: Pick<PrintRequest, 'width' | 'height'>): Promise<Uint8Array> {
  return contents.printToPDF({
    ...pdfOptions,
    pageSize: sheetInches(request),
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
}

/** Chromium’s own protocol, spoken inside of this process: no port is opened. It ends with the window. */
function protocolOf({ debugger: protocol }: WebContents): Send {
  return async (method, parameters) => {
    if (!protocol.isAttached()) protocol.attach('1.3');
    // The protocol's own shape.
    return (await protocol.sendCommand(method, parameters)) as Readonly<Record<string, unknown>>;
  };
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
