import type { PrintRequest } from '../host/export/print-engine.ts';
import { protocolPage, type Send } from '../host/export/ready-page.ts';
import {
  emulateMedium,
  layoutFailed,
  nextJobScript,
  type PageAnswer,
  type PageUse,
  pdfOptions,
  readinessScript,
  sheetInches,
  takeAnswer,
} from '../host/export/print-page.ts';
import { type ChromiumConnection, CommandFailed, ConnectionClosed } from './chromium-connection.ts';

/** The origin that stands for the site. The name cannot exist (RFC 6761): a request that got past us would find nobody. */
const origin = 'https://lectern.invalid';

/** How much of the PDF is fetched at once, in bytes. */
const chunk = 4 * 1024 * 1024;

/** A tab of the browser, for one page after the other. */
export interface ChromiumTab {
  /**
   * Opens the page, waits until it says that it is ready, and hands it over. Rejects with a Failure when the page gives up, with
   * {@link ConnectionClosed} when the browser or the tab dies, and with what `use` rejects with.
   */
  open<T>(request: PrintRequest, use: PageUse<T>['use']): Promise<T>;
}

/** Opens a new tab, whose pages are laid out for `medium`. */
export async function openTab(
  connection: ChromiumConnection,
  medium: PageUse<unknown>['medium'],
): Promise<ChromiumTab> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const send: Send = (method, parameters = {}) => connection.send(method, parameters, session);

  let shown: PrintRequest | null = null;
  const unanswered = Promise.withResolvers<never>();
  // Whoever waits for a page meets it.
  unanswered.promise.catch(() => undefined);
  connection.on('Fetch.requestPaused', (paused, from) => {
    if (from !== session || shown === null) return;
    // The protocol's own shape.
    answer(connection, session, paused as unknown as PausedRequest, shown).catch(unanswered.reject);
  });
  connection.on('Inspector.targetCrashed', (_, from) => {
    if (from === session) unanswered.reject(new ConnectionClosed('The page’s process crashed.'));
  });
  await Promise.all([send('Fetch.enable'), send('Page.enable'), send('Inspector.enable'), emulateMedium(send, medium)]);

  async function navigate(request: PrintRequest): Promise<void> {
    const { errorText } = await send('Page.navigate', { url: new URL(request.page, origin).href });
    if (errorText !== undefined) throw layoutFailed(`The page did not open: ${String(errorText)}.`);
  }

  async function opened<T>(request: PrintRequest, use: PageUse<T>['use']): Promise<T> {
    const isNext = shown !== null;
    shown = request;
    if (!isNext || (await evaluate(send, nextJobScript(request))) !== true) await navigate(request);
    await pageReady(send, request);
    return use({
      ...protocolPage(send, (expression) => evaluate(send, expression)),
      pdf: () => printTab(send, request),
    });
  }

  return { open: (request, use) => Promise.race([opened(request, use), unanswered.promise]) };
}

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
      throw layoutFailed(`${job.page} is not there (status ${response.status}).`);
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

async function pageReady(send: Send, request: PrintRequest): Promise<void> {
  // The value that the script makes.
  takeAnswer((await evaluate(send, readinessScript)) as PageAnswer, request);
}

async function evaluate(send: Send, expression: string): Promise<unknown> {
  const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  // The protocol's own shape.
  return (result as { readonly value?: unknown }).value;
}

async function printTab(send: Send, request: PrintRequest): Promise<Uint8Array> {
  const { width, height } = sheetInches(request);
  const { stream } = await send('Page.printToPDF', {
    ...pdfOptions,
    paperWidth: width,
    paperHeight: height,
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
