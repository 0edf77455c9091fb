import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { byteRange } from '../../../src/host/byte-range.ts';
import { createDeckRegistry } from '../../../src/host/deck-registry.ts';
import { assetPolicy } from '../../../src/host/security-headers.ts';
import { createSite, type Site } from '../../../src/host/site.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
let site: Site;
let deck = '';

beforeEach(async () => {
  const root = await newFolder();
  const bundle = join(root, 'bundle');
  await mkdir(join(bundle, 'assets'), { recursive: true });
  await mkdir(join(root, 'decks'));
  await writeFile(join(bundle, 'index.html'), '<!doctype html>');
  await writeFile(join(bundle, 'assets', 'index-x.js'), 'let x');
  await writeFile(join(root, 'secret.js'), 'secret');
  await writeFile(join(root, 'decks', 'talk.md'), '# Talk');
  await writeFile(join(root, 'decks', 'logo.svg'), '<svg/>');
  await writeFile(join(root, 'decks', 'film.mp4'), '0123456789');
  await writeFile(join(root, 'decks', 'empty.csv'), '');
  const decks = createDeckRegistry();
  deck = (await decks.admit(join(root, 'decks', 'talk.md'))).deck;
  const documents = new Map([['/print-job.json', { type: 'application/json', body: '{"text":"x"}' }]]);
  site = createSite({ bundle, decks, documents });
});

const get = (path: string, init?: RequestInit, at: Site = site): Promise<Response> =>
  at(new Request(path.includes('://') ? path : `http://127.0.0.1:1${path}`, init));

describe('what is served', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/index-x.js?v=1', 'text/javascript; charset=utf-8', 'let x'],
    ['/print-job.json', 'application/json', '{"text":"x"}'],
    ['/deck/ID/logo.svg', 'image/svg+xml', '<svg/>'],
    ['/deck/ID/empty.csv', 'text/csv; charset=utf-8', ''],
  ])('%s', async (path, type, body) => {
    const response = await get(path.replace('ID', deck));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  it.each([
    '/missing.js',
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/%252e%252e/secret.js',
    '//etc/passwd',
    '/assets',
    '/deck/',
    '/deck/ID',
    '/deck/ID/',
    '/deck/unknown-deck/logo.svg',
    '/deck/ID/talk.md',
    '/deck/ID/../../secret.js',
    '/deck/%2e%2e/secret.js',
    '/.hidden.js',
  ])('not %s', async (path) => expect((await get(path.replace('ID', deck))).status).toBe(404));

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('not to %s', async (method) => {
    const response = await get('/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('HEAD has the headers and no body', async () => {
    const response = await get(`/deck/${deck}/film.mp4`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '10', '']);
  });
});

describe('parts of a film', () => {
  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['bytes=3-1', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
  ])('%s', async (range, status, body, contentRange) => {
    const response = await get(`/deck/${deck}/film.mp4`, { headers: { range } });
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it('an empty file has no part to ask for', () => expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable'));
});

describe('headers', () => {
  const policy =
    `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; ` +
    `font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; ` +
    `form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default dompurify`;

  it.each([
    ['/', 'GET', policy],
    ['/assets/index-x.js', 'GET', policy],
    ['/print-job.json', 'GET', policy],
    ['/missing', 'GET', policy],
    ['/', 'POST', policy],
    ['/deck/ID/nothing.png', 'GET', policy],
    ['/deck/ID/film.mp4', 'GET', assetPolicy],
    ['/deck/ID/logo.svg', 'GET', assetPolicy],
  ])('of %s (%s)', async (path, method, csp) => {
    const { headers } = await get(path.replace('ID', deck), { method });
    expect(headers.get('content-security-policy')).toBe(csp);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\)/);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
