import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { createClient } from '../../../../src/contract/client.ts';
import type { EventPayload } from '../../../../src/contract/table.ts';
import { httpTransport } from '../../../../src/renderer/transport/http.ts';
import { runningServer } from '../../server/running-server.ts';

const server = runningServer();
const real = fetch;
afterEach(() => vi.unstubAllGlobals());

/** The transport as in a page of the running server: with its address, its cookie and its secret. */
function transport(secret = server().secret) {
  const { origin, cookie } = server();
  const requests: string[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    requests.push(path);
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      cookie,
      origin,
      'sec-fetch-site': 'same-origin',
    };
    return real(`${origin}${path}`, { ...init, headers });
  });
  const page = { querySelector: () => ({ getAttribute: () => secret }) };
  // As much of a document as the transport looks at.
  return { transport: httpTransport(page as unknown as Document), requests };
}

it('makes calls and passes their failures on', async () => {
  const client = createClient(transport().transport);
  expect(await client.call('app.describe', {})).toMatchObject({ version: '1.2.3', shell: 'browser' });
  await expect(client.call('deck.open', { deck: 'unknown-deck' })).rejects.toMatchObject({
    name: 'Failure',
    code: 'refused',
  });
  await expect(createClient(transport('wrong').transport).call('app.describe', {})).rejects.toMatchObject({
    name: 'Failure',
    code: 'refused',
    message: expect.stringMatching(/secret/),
  });
});

it('says so when the server is gone', async () => {
  const { transport: gone } = transport();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(createClient(gone).call('app.describe', {})).rejects.toMatchObject({ code: 'unexpected' });
});

it('tells of events over one stream, until nobody listens', async () => {
  const { transport: http, requests } = transport();
  const client = createClient(http);
  const [card] = (await client.call('library.list', {})).decks;
  const deck = card?.deck ?? '';
  await client.call('deck.open', { deck });
  let changes = 0;
  const stopCounting = client.on('deck.changed', () => (changes += 1));
  const event = await new Promise<EventPayload<'deck.changed'>>((resolve) => {
    const stop = client.on('deck.changed', (payload) => {
      stop();
      resolve(payload);
    });
    void writeFile(join(server().folder, 'talk.md'), 'theirs');
  });
  expect(event.deck).toBe(deck);
  expect(changes).toBe(1);
  expect(requests.filter((path) => path === '/api/events')).toHaveLength(1);
  stopCounting();
});
