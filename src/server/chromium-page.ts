import type { PrintState } from '../contract/print-job.ts';
import type { PrintRequest } from '../host/export/print-engine.ts';
import { type ChromiumConnection, CommandFailed, ConnectionClosed } from './chromium-connection.ts';

/** The origin that stands for the site. The name cannot exist (RFC 6761): a request that got past us would find nobody. */
const origin = 'https://lectern.invalid';

/** CSS pixels in an inch. */
const pixels = 96;

/** How much of the PDF is fetched at once, in bytes. */
const chunk = 4 * 1024 * 1024;

/** The page said that it cannot be printed, and why. */
export class PageFailed extends Error {
  override readonly name = 'PageFailed';
}

/**
 * Opens the page in a new tab, waits until it says that it is ready, and prints it. Rejects with {@link PageFailed} when
 * the page gives up, and with {@link ConnectionClosed} when the browser or the tab dies.
 */
export async function printPage(connection: ChromiumConnection, request: PrintRequest): Promise<Uint8Array> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const send = (method: string, parameters = {}) => connection.send(method, parameters, session);

  const unanswered = Promise.withResolvers<never>();
  connection.on('Fetch.requestPaused', (paused) => {
    // The protocol's own shape.
    answer(connection, session, paused as unknown as PausedRequest, request).catch(unanswered.reject);
  });
  connection.on('Inspector.targetCrashed', () =>
    unanswered.reject(new ConnectionClosed('The page’s process crashed.')),
  );

  const printed = (async () => {
    await Promise.all([send('Fetch.enable'), send('Page.enable'), send('Inspector.enable')]);
    const { errorText } = await send('Page.navigate', { url: new URL(request.page, origin).href });
    if (errorText !== undefined) throw new PageFailed(`The page did not open: ${String(errorText)}.`);
    await pageReady(send);
    return printTab(send, request);
  })();
  return Promise.race([printed, unanswered.promise]);
}

type Send = (method: string, parameters?: Record<string, unknown>) => Promise<Readonly<Record<string, unknown>>>;

interface PausedRequest {
  readonly requestId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

async function answer(
  connection: ChromiumConnection,
  session: string,
  paused: PausedRequest,
  job: PrintRequest,
): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = new URL(request.url);
  try {
    if (`${url.protocol}//${url.host}` !== origin || request.method !== 'GET') {
      await connection.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
      return;
    }
    const response = await job.site(new Request(url, { headers: request.headers }));
    if (resourceType === 'Document' && !response.ok)
      throw new PageFailed(`${job.page} is not there (status ${response.status}).`);
    await connection.send(
      'Fetch.fulfillRequest',
      {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      },
      session,
    );
  } catch (error) {
    // A request that the page has given up meanwhile needs no answer.
    if (!(error instanceof CommandFailed)) throw error;
  }
}

/** Resolves with what the root element says, at once or as soon as it says so. */
const readiness = `new Promise((resolve) => {
  const look = () => {
    const root = document.documentElement;
    if (root?.dataset.print) resolve([root.dataset.print, root.dataset.printProblem ?? '']);
  };
  new MutationObserver(look).observe(document, { subtree: true, attributeFilter: ['data-print'] });
  new MutationObserver(look).observe(document, { childList: true });
  look();
})`;

async function pageReady(send: Send): Promise<void> {
  const evaluated = await send('Runtime.evaluate', { expression: readiness, awaitPromise: true, returnByValue: true });
  // The value that the expression above makes.
  const [state, problem] = (evaluated['result'] as { value: [PrintState, string] }).value;
  if (state !== 'ready') throw new PageFailed(problem === '' ? 'The page gave no reason.' : problem);
}

async function printTab(send: Send, { width, height }: PrintRequest): Promise<Uint8Array> {
  const { stream } = await send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    // Its outline would list every heading; the export service gives the PDF one of slides.
    generateDocumentOutline: false,
    paperWidth: width / pixels,
    paperHeight: height / pixels,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
    transferMode: 'ReturnAsStream',
  });
  const parts: Buffer[] = [];
  for (let end = false; !end;) {
    const read = await send('IO.read', { handle: stream, size: chunk });
    parts.push(Buffer.from(String(read['data']), read['base64Encoded'] === true ? 'base64' : 'utf8'));
    end = read['eof'] === true;
  }
  return Buffer.concat(parts);
}
