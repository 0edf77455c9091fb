import type { WebContents } from 'electron';
import type { PrintState } from '../contract/print-job.ts';
import { Failure } from '../core/failure.ts';
import type { PrintRequest } from '../host/export/print-engine.ts';

/** CSS pixels in an inch. */
const pixels = 96;

/** An isolated world of our own (0 is the page's, 999 Electron's): what the page does to its own objects is not seen there. */
const world = 1000;

/** Resolves with what the page's root element says about its state, at once or as soon as it says so. */
const readiness = `new Promise((resolve) => {
  const look = () => {
    const { print, printProblem } = document.documentElement.dataset;
    if (print) resolve([print, printProblem ?? '']);
  };
  new MutationObserver(look).observe(document.documentElement, { attributeFilter: ['data-print'] });
  look();
})`;

/**
 * Loads `address`, waits until the page says that it is ready, and prints it.
 *
 * @param status The status that the page itself was answered with, once it is loaded: Electron tells none for our scheme.
 * @param stopped Rejects with its reason as soon as it is aborted, whatever the page does.
 */
export function printedPage(
  contents: WebContents,
  address: string,
  { page, width, height }: Pick<PrintRequest, 'page' | 'width' | 'height'>,
  status: () => number,
  stopped: AbortSignal,
): Promise<Uint8Array> {
  const ended = Promise.withResolvers<never>();
  const stop = (): void => ended.reject(stopped.reason);
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop);
  contents.once('render-process-gone', (_event, { reason }) => ended.reject(processGone(reason)));

  const print = async (): Promise<Uint8Array> => {
    await contents.loadURL(address).catch((error: unknown) => {
      throw layoutFailed(`The page did not open: ${error instanceof Error ? error.message : String(error)}.`, error);
    });
    if (status() >= 400) throw layoutFailed(`${page} is not there (status ${status()}).`);
    // The value that the script above makes.
    const [state, problem] = (await contents.executeJavaScriptInIsolatedWorld(world, [{ code: readiness }])) as [
      PrintState,
      string,
    ];
    if (state !== 'ready') throw layoutFailed(problem === '' ? 'The page gave no reason.' : problem);
    return contents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      pageSize: { width: width / pixels, height: height / pixels },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
  };
  return Promise.race([print(), ended.promise]).finally(() => stopped.removeEventListener('abort', stop));
}

function layoutFailed(reason: string, cause?: unknown): Failure {
  return new Failure(
    {
      code: 'browser-failed',
      message: `The pages could not be laid out: ${reason}`,
      wayOut: 'Export a part of the slides to find the one that fails, and report it.',
    },
    { cause },
  );
}

function processGone(reason: string): Failure {
  return new Failure({
    code: 'browser-failed',
    message: `The process that prints the PDF ended before it was done (${reason}).`,
    wayOut: 'Close other programs if memory is short, then export again.',
  });
}
