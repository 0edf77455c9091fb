import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../src/core/export/options.ts';
import { deckFolder, runningServer, serveFolder } from './running-server.ts';

const server = runningServer();
const port = (): number => server().served.port;

async function call(name: string, args: unknown) {
  const response = await fetch(`${server().origin}/api/${name}`, {
    method: 'POST',
    headers: { ...server().good, 'Content-Type': 'application/json' },
    body: JSON.stringify(args),
  });
  return response.json();
}

describe('the port', () => {
  it('is on 127.0.0.1 and nowhere else', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ address }) => address !== '127.0.0.1');
    for (const { address } of [...others, { address: '127.0.0.2' }]) {
      const socket = connect(port(), address);
      const [error] = await once(socket, 'error');
      expect(['ECONNREFUSED', 'EINVAL', 'ENETUNREACH', 'EADDRNOTAVAIL'], address).toContain(error.code);
    }
  });

  it('in use is a failure with a way out', async () => {
    const folder = await deckFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const number = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(serveFolder(folder, { port: number })).rejects.toMatchObject({
      code: 'port-in-use',
      wayOut: /--port/,
    });
    taken.close();
    await once(taken, 'close');
    const served = await serveFolder(folder, { port: number });
    expect(served.port).toBe(number);
    await served.close();
    await rm(folder, { recursive: true });
  });

  it('is free again after closing, with pages and events open', async () => {
    const folder = await deckFolder();
    const served = await serveFolder(folder);
    const socket = connect(served.port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await served.close();
    await closed;
    await expect(fetch(served.url)).rejects.toThrow();
    await rm(folder, { recursive: true });
  });
});

describe('closing', () => {
  it('stops an export that runs, and waits for its end', async () => {
    const folder = await deckFolder();
    const started = Promise.withResolvers<void>();
    let ended: unknown = null;
    const served = await serveFolder(folder, {
      async write(_order, signal) {
        started.resolve();
        await once(signal, 'abort');
        ended = signal.reason;
        throw ended;
      },
    });
    const origin = `http://127.0.0.1:${served.port}`;
    const cookie = (await fetch(served.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(origin, { headers: { cookie } })).text();
    const secret = /<meta name="lectern-secret" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const headers = { cookie, origin, 'X-Lectern-Secret': secret, 'Content-Type': 'application/json' };
    const post = (name: string, args: unknown) =>
      fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(args) });
    const { value } = await (await post('library.list', {})).json();
    const options = defaultOptions('pdf');
    const { deck } = value.decks[0];
    const lost = post('export.run', { job: 'job-number-1', deck, text: '# A', annotations: null, options });
    const settled = lost.catch(() => null);
    await started.promise;
    await served.close();
    expect(ended).toMatchObject({ code: 'refused', message: expect.stringContaining('closing') });
    await settled;
    await rm(folder, { recursive: true });
  });
});

describe('the start link', () => {
  it('works once, and sets a cookie for this port only then', async () => {
    const folder = await deckFolder();
    const served = await serveFolder(folder);
    const wrong = await fetch(served.url.replace(/token=.*/, 'token=wrong'));
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null]);
    expect((await fetch(served.url, { method: 'HEAD' })).headers.get('set-cookie')).toBeNull();
    expect((await fetch(served.url, { headers: { 'Sec-Purpose': 'prefetch' } })).status).toBe(403);
    expect((await fetch(served.url, { method: 'POST' })).headers.get('set-cookie')).toBeNull();
    const first = await fetch(served.url, { redirect: 'manual', headers: { 'Sec-Fetch-Site': 'none' } });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    expect(first.headers.get('set-cookie')).toMatch(
      new RegExp(`^lectern-${served.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    await served.launched;
    const again = await fetch(served.url, { redirect: 'manual' });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await again.text()).toMatch(/This link has been used.*lectern serve/s);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const reloaded = await fetch(served.url, { redirect: 'manual', headers: { cookie } });
    expect([reloaded.status, reloaded.headers.get('set-cookie')]).toEqual([303, null]);
    await served.close();
    await rm(folder, { recursive: true });
  });

  it('opened from a file goes on by a page of ours, so that the strict cookie comes along', async () => {
    const folder = await deckFolder();
    const served = await serveFolder(folder);
    const first = await fetch(served.url, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect([first.status, first.headers.has('set-cookie')]).toEqual([200, true]);
    const page = await first.text();
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/">');
    expect(page).not.toContain(new URL(served.url).searchParams.get('token'));
    await served.close();
    await rm(folder, { recursive: true });
  });

  it('of 256 bits, as are the others, and in no page', async () => {
    const { served, cookie, secret, origin } = server();
    const secrets = [new URL(served.url).searchParams.get('token') ?? '', cookie.split('=')[1] ?? '', secret];
    expect(new Set(secrets).size).toBe(3);
    for (const each of secrets) expect(Buffer.from(each, 'base64url')).toHaveLength(32);
    const page = await (await fetch(origin, { headers: { cookie } })).text();
    expect(page).not.toContain(secrets[0]);
    expect(page).not.toContain(secrets[1]);
  });

  it('only the app’s own page gets the secret', async () => {
    const { cookie, origin, secret } = server();
    for (const path of ['/print.html', '/assets/../print.html', '/nothing']) {
      const page = await fetch(`${origin}${path}`, { headers: { cookie } });
      expect(await page.text()).not.toContain(secret);
    }
    const none = await fetch(origin);
    expect([none.status, none.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await none.text()).toMatch(/Open the link that Lectern printed/);
  });
});

describe('calls', () => {
  it('go through the contract’s door', async () => {
    expect(await call('app.describe', {})).toMatchObject({ ok: true, value: { version: '1.2.3', shell: 'browser' } });
    expect(await call('app.describe', { more: 1 })).toMatchObject({ ok: false, failure: { code: 'refused' } });
    expect(await call('toString', {})).toMatchObject({ ok: false, failure: { code: 'refused' } });
    expect(await call('deck.open', { deck: '../../etc/passwd' })).toMatchObject({
      ok: false,
      failure: { code: 'refused' },
    });
  });

  it('deck images and a PDF come over the same origin', async () => {
    const { origin, cookie } = server();
    const { value } = await call('library.list', {});
    const [card] = value.decks;
    const image = await fetch(`${origin}${card.assets}logo.svg`, { headers: { cookie } });
    expect([image.status, image.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(/^sandbox; default-src 'none'/),
    ]);
    const request = { job: 'job-number-1', deck: card.deck, text: '# A', annotations: null };
    const exported = await call('export.run', { ...request, options: defaultOptions('pdf') });
    expect(exported.value).toMatchObject({ outcome: 'exported', name: 'talk.pdf', bytes: 5, pages: 2, path: null });
    const url = `${origin}${exported.value.url}`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { method: 'HEAD', headers: { cookie } })).status).toBe(405);
    const pdf = await fetch(url, { headers: { cookie } });
    expect([pdf.status, pdf.headers.get('content-disposition'), await pdf.text()]).toEqual([
      200,
      `attachment; filename="talk.pdf"; filename*=UTF-8''talk.pdf`,
      '%PDF-',
    ]);
    expect((await fetch(url, { headers: { cookie } })).status).toBe(404);
  });

  it('events come as lines of JSON', async () => {
    const { origin, good, folder } = server();
    const { value } = await call('library.list', {});
    const [{ deck }] = value.decks;
    await call('deck.open', { deck });
    const response = await fetch(`${origin}/api/events`, { headers: good });
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
    await reader.read();
    await writeFile(join(folder, 'talk.md'), 'theirs');
    // That the folder is watched by now may be told first.
    const told: unknown[] = [];
    while (!told.some((event) => JSON.stringify(event).includes('deck.changed'))) {
      const lines = Buffer.from((await reader.read()).value ?? [])
        .toString()
        .split('\n');
      told.push(...lines.filter(Boolean).map((line): unknown => JSON.parse(line)));
    }
    expect(told).toContainEqual(expect.objectContaining({ name: 'deck.changed', payload: expect.anything() }));
    await reader.cancel();
  });
});
