import { Readable } from 'node:stream';
import { bundleFile } from './bundle-files.ts';
import { byteRange } from './byte-range.ts';
import { type DeckAsset, openDeckAsset } from './deck-assets.ts';
import type { DeckRegistry } from './deck-registry.ts';
import { assetPolicy, securityHeaders } from './security-headers.ts';

/** Answers a page's requests: the app's files, the decks' images, and nothing else. It never throws. */
export type Site = (request: Request) => Promise<Response>;

/** A document that is not a file, such as a print job. */
export interface SiteDocument {
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export interface SiteOptions {
  /** The folder of the built renderer. */
  readonly bundle: string;
  readonly decks: Pick<DeckRegistry, 'find'>;
  /** Documents by path, such as `/print-job.json`; they come before the bundle's files. */
  readonly documents?: ReadonlyMap<string, SiteDocument>;
}

/** Where the decks' images and other assets are, each deck's below its opaque name. */
export const deckAssets = '/deck/';

/** The site of one window, server or print job. Every response has the security headers, errors too. */
export function createSite(options: SiteOptions): Site {
  const headers = securityHeaders;
  const assetHeaders = { ...headers, 'Content-Security-Policy': assetPolicy, 'Accept-Ranges': 'bytes' };

  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, headers);
    const path = new URL(request.url).pathname;
    if (path.startsWith(deckAssets)) return deckAsset(path.slice(deckAssets.length), request);
    const document = options.documents?.get(path);
    if (document !== undefined) return respond(request, document.body, { ...headers, 'Content-Type': document.type });
    const file = await bundleFile(options.bundle, path.replace(/^\//, ''));
    return file === null
      ? refusal(404, headers)
      : respond(request, file.bytes, { ...headers, 'Content-Type': file.type });
  };

  const deckAsset = async (path: string, request: Request): Promise<Response> => {
    const slash = path.indexOf('/');
    const entry = slash > 0 ? options.decks.find(path.slice(0, slash)) : undefined;
    const asset = entry === undefined ? null : await openDeckAsset(entry.folder, path.slice(slash + 1));
    return asset === null ? refusal(404, headers) : sendAsset(asset, request, assetHeaders);
  };

  return (request) => answer(request).catch(() => refusal(500, headers));
}

async function sendAsset(
  asset: DeckAsset,
  request: Request,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const range = byteRange(request.headers.get('range'), asset.size);
  if (range === 'unsatisfiable') {
    await asset.handle.close();
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${asset.size}` } });
  }
  const { first, last } = range ?? { first: 0, last: asset.size - 1 };
  const partial = range === null ? {} : { 'Content-Range': `bytes ${first}-${last}/${asset.size}` };
  const init = {
    status: range === null ? 200 : 206,
    headers: { ...headers, ...partial, 'Content-Type': asset.type, 'Content-Length': String(last - first + 1) },
  };
  if (request.method === 'HEAD' || asset.size === 0) {
    await asset.handle.close();
    return new Response(null, init);
  }
  // Node's web stream and the one that Response takes are the same at run time; their declarations differ.
  const body = Readable.toWeb(asset.handle.createReadStream({ start: first, end: last })) as ReadableStream;
  return new Response(body, init);
}

function respond(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

function refusal(status: 404 | 405 | 500, headers: Readonly<Record<string, string>>): Response {
  const text = { 404: 'Not found.', 405: 'Only GET and HEAD are answered here.', 500: 'The file could not be sent.' }[
    status
  ];
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  return new Response(text, { status, headers: { ...headers, ...allow, 'Content-Type': 'text/plain; charset=utf-8' } });
}
