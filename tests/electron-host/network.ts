import type { OnBeforeRequestListenerDetails } from 'electron';
import { addresses } from './addresses.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import type { HostSession } from './session.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type ResourceType = OnBeforeRequestListenerDetails['resourceType'];

const types: Partial<Record<Protocol.Network.ResourceType, ResourceType>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

export interface NetworkOptions {
  readonly page: CdpSession;
  readonly session: HostSession;
  /** The page's `webContents`, for those who are asked. */
  readonly contents: { readonly id: number };
  /** Whether a document may be loaded into a frame; asked before anybody answers for it. */
  readonly mayNavigate: (paused: Paused) => boolean;
  readonly mainFrame: () => string;
}

/** Answers the requests of one page: first `webRequest` is asked, then the session's protocol handlers. */
export async function answerNetwork(options: NetworkOptions): Promise<void> {
  const { page } = options;
  page.on('Fetch.requestPaused', (paused) => {
    // A page that is gone needs no answer.
    void answer(paused, options).catch(() => undefined);
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(paused: Paused, options: NetworkOptions): Promise<void> {
  const { page, session, contents, mayNavigate, mainFrame } = options;
  const { requestId, request, resourceType, frameId } = paused;
  const fail = (errorReason: Protocol.Network.ErrorReason): Promise<unknown> =>
    page.send('Fetch.failRequest', { requestId, errorReason });
  if (resourceType === 'Document' && !mayNavigate(paused)) return void (await fail('Aborted'));

  const url = addresses.toProgram(request.url + (request.urlFragment ?? ''));
  const document = frameId === mainFrame() ? 'mainFrame' : 'subFrame';
  const { cancel, redirectURL } = await session.beforeRequest({
    id: Number(requestId.replace(/\D/g, '')),
    url: url.replace(/#.*$/, ''),
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    resourceType: resourceType === 'Document' ? document : (types[resourceType] ?? 'other'),
    referrer: request.headers['Referer'] ?? '',
    timestamp: Date.now(),
    uploadData: [],
  });
  if (cancel === true) return void (await fail('BlockedByClient'));
  if (redirectURL !== undefined) {
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 307,
      responseHeaders: [{ name: 'Location', value: addresses.toEngine(redirectURL) }],
    });
    return;
  }
  const response = /^https?:/.test(url) ? null : await session.answer(asRequest(paused, url));
  if (response === null) return void (await page.send('Fetch.continueRequest', { requestId }));
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headersOf(response),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

function asRequest({ request }: Paused, url: string): Request {
  const headers = Object.entries(request.headers).filter(([name]) => !/^(?:host|origin|referer)$/i.test(name));
  const { method } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD' && request.postData !== undefined;
  return new Request(url, { method, headers, ...(hasBody ? { body: request.postData ?? '' } : {}) });
}

function headersOf(response: Response): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => ({
    name,
    value: /^content-security-policy/i.test(name) ? addresses.policyToEngine(value) : value,
  }));
}
