import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDeckRegistry } from '../../../src/host/deck-registry.ts';
import { createSite } from '../../../src/host/site.ts';
import { electron, FakeSession } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { answerRequests, registerScheme } = await import('../../../src/main/protocol.ts');

const secret = 'not for any page';
let root: string;
let ids: readonly [string, string];
let ask: (address: string, init?: RequestInit) => Promise<Response>;

/** Two windows, each with a site that knows one deck. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-protocol-'));
  for (const folder of ['bundle/assets', 'one', 'two']) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, 'bundle/index.html'), '<!doctype html>workspace');
  await writeFile(join(root, 'bundle/assets/index.js'), 'script');
  await writeFile(join(root, 'secret.png'), secret);
  for (const deck of ['one', 'two']) {
    await writeFile(join(root, deck, 'deck.md'), '# Deck');
    await writeFile(join(root, deck, 'a.png'), deck);
    await writeFile(join(root, deck, 'house.css'), `.${deck} {}`);
  }
  await symlink(join(root, 'secret.png'), join(root, 'one/link.png'));
  const decks = [createDeckRegistry(), createDeckRegistry()] as const;
  const entries = [
    await decks[0].admit(join(root, 'one/deck.md')),
    await decks[1].admit(join(root, 'two/deck.md')),
  ] as const;
  ids = [entries[0].deck, entries[1].deck];
  const sites = decks.map((registry) => createSite({ bundle: join(root, 'bundle'), decks: registry }));
  const session = new FakeSession();
  // The fake has what is used here.
  answerRequests(session as unknown as Session, 'app', () => sites);
  const handler = session.handlers.get('lectern');
  if (handler === undefined) throw new Error('The scheme has no handler.');
  ask = (address, init) => handler(new Request(address, init));
});

afterAll(() => rm(root, { recursive: true, force: true }));

it('registers the scheme as standard and secure, and with no power to pass over the policy', () => {
  registerScheme();
  expect(electron.protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
    [
      [
        {
          scheme: 'lectern',
          privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
        },
      ],
    ],
  ]);
});

describe('answerRequests', () => {
  it('serves the app with its policy', async () => {
    const answer = await ask('lectern://app/index.html');
    expect(await answer.text()).toContain('workspace');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(answer.headers.get('content-security-policy')).toContain(`require-trusted-types-for 'script'`);
    expect((await ask('lectern://app/assets/index.js')).status).toBe(200);
  });

  it('serves the decks of every window', async () => {
    expect(await (await ask(`lectern://app/deck/${ids[0]}/a.png`)).text()).toBe('one');
    expect(await (await ask(`lectern://app/deck/${ids[1]}/a.png`)).text()).toBe('two');
  });

  it('serves a deck’s style sheets to the app’s own origin alone', async () => {
    const answer = await ask(`lectern://app/deck/${ids[1]}/house.css`);
    expect(await answer.text()).toBe('.two {}');
    expect(answer.headers.get('content-type')).toMatch(/^text\/css/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    // No other origin may.
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask(`lectern://app/deck/${ids[1]}/../../secret.png`)).status).toBe(404);
  });

  it('serves nothing of a deck as a page or script of the app', async () => {
    expect((await ask('lectern://app/deck.md')).status).toBe(404);
    expect((await ask(`lectern://app/deck/${ids[0]}/index.html`)).status).toBe(404);
  });

  const up = [
    '../secret.png',
    '..%2fsecret.png',
    '%2e%2e/secret.png',
    '%252e%252e/secret.png',
    '..%5csecret.png',
    '..\\secret.png',
  ];
  const odd = [
    'link.png',
    '/secret.png',
    '%2fetc%2fpasswd',
    'a.png%00.png',
    'C:/a.png',
    'C%3A%5Ca.png',
    '//server/a.png',
    '.',
    '',
    'deck.md',
  ];
  it.each([...up, ...odd])('does not leave the deck’s folder by %j', async (path) => {
    const answer = await ask(`lectern://app/deck/${ids[0]}/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(secret);
  });

  it.each([
    'lectern://print/print.html',
    'lectern://other/index.html',
    'lectern://app:80/index.html',
    'lectern://user@app/index.html',
    'lectern://app/deck/unknown1/a.png',
    'lectern://deck/index.html',
  ])('answers %s with nothing', async (address) => {
    // A Request cannot be made from an address with a name in it, as Chromium could ask for one.
    const request = address.includes('@') ? { url: address, method: 'GET' } : new Request(address);
    const session = new FakeSession();
    answerRequests(session as unknown as Session, 'app', () => []);
    const answer = await session.handlers.get('lectern')?.(request as Request);
    expect(answer?.status).toBe(404);
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('changes nothing by other methods', async () => {
    expect((await ask('lectern://app/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});
