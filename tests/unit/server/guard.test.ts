import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, runningServer } from './running-server.ts';

const server = runningServer();
const port = (): number => server().served.port;
const own = (): string => `Host: 127.0.0.1:${port()}`;

describe('Host must be ours to the letter', () => {
  const hosts: readonly [string, () => readonly string[]][] = [
    ['another name', () => ['Host: evil.test']],
    ['another name with our port', () => [`Host: evil.test:${port()}`]],
    ['localhost', () => [`Host: localhost:${port()}`]],
    ['a name that begins like localhost', () => [`Host: localhost.evil.test:${port()}`]],
    ['a name that begins like our address', () => [`Host: 127.0.0.1.nip.io:${port()}`]],
    ['another port', () => [`Host: 127.0.0.1:${port() + 1}`]],
    ['no port', () => ['Host: 127.0.0.1']],
    ['a trailing dot', () => [`Host: 127.0.0.1.:${port()}`]],
    ['another form of the address', () => [`Host: 127.1:${port()}`]],
    ['IPv6', () => [`Host: [::1]:${port()}`]],
    ['a user', () => [`Host: user@127.0.0.1:${port()}`]],
    ['empty', () => ['Host:']],
    ['none', () => []],
    ['two', () => [own(), own()]],
    ['two, one of them foreign', () => [own(), 'Host: evil.test']],
    [
      'forwarded',
      () => ['Host: evil.test', `X-Forwarded-Host: 127.0.0.1:${port()}`, `Forwarded: host=127.0.0.1:${port()}`],
    ],
  ];
  it.each(hosts)('%s', async (_, lines) => {
    const { status } = await ask(port(), '/', [...lines(), `Cookie: ${server().cookie}`]);
    expect(status).toBe(421);
    const upgraded = await ask(port(), '/', [
      ...lines(),
      `Cookie: ${server().cookie}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
    ]);
    expect(upgraded.status).toBe(421);
  });

  it.each(['http://evil.test/', 'http://127.0.0.1/', '*'])('and the target a path, not %s', async (target) => {
    expect((await ask(port(), target, [own(), `Cookie: ${server().cookie}`])).status).toBe(421);
  });

  it('an absolute target is refused even with our own address', async () => {
    expect((await ask(port(), `${server().origin}/`, [own(), `Cookie: ${server().cookie}`])).status).toBe(421);
  });

  it('with our own host the page comes', async () => {
    expect((await ask(port(), '/', [own(), `Cookie: ${server().cookie}`])).status).toBe(200);
  });
});

describe('only the one good combination is answered', () => {
  const values = {
    method: ['POST', 'GET', 'OPTIONS', 'PUT', 'HEAD'],
    host: ['own', 'evil.test', 'localhost'],
    origin: ['own', null, 'null', 'http://localhost', 'http://127.0.0.1:1', 'https://evil.test'],
    site: ['same-origin', 'same-site', 'cross-site', 'none'],
    cookie: ['own', null, 'wrong', 'two'],
    secret: ['own', null, 'wrong', ''],
    type: ['application/json', 'text/plain', 'application/x-www-form-urlencoded', null],
  } as const;
  /** The first value is the good one: half of the time, so that all but one being good is tried often. */
  const mostly = <T>(all: readonly [T, ...T[]]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(all[0]) }, { weight: 1, arbitrary: fc.constantFrom(...all) });

  it('to a call', { timeout: 60_000 }, async () => {
    const request = fc.record({
      method: mostly(values.method),
      host: mostly(values.host),
      origin: mostly(values.origin),
      site: mostly(values.site),
      cookie: mostly(values.cookie),
      secret: mostly(values.secret),
      type: mostly(values.type),
    });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ method, host, origin, site, cookie, secret, type }) => {
        const { cookie: ours, secret: ourSecret, origin: ourOrigin } = server();
        const cookies = { own: ours, wrong: `lectern-${port()}=x`, two: `${ours}; ${ours}x` };
        const lines = [
          host === 'own' ? own() : `Host: ${host}:${port()}`,
          ...(origin === null ? [] : [`Origin: ${origin === 'own' ? ourOrigin : origin}`]),
          `Sec-Fetch-Site: ${site}`,
          ...(cookie === null ? [] : [`Cookie: ${cookies[cookie]}`]),
          ...(secret === null ? [] : [`X-Lectern-Secret: ${secret === 'own' ? ourSecret : secret}`]),
          ...(type === null ? [] : [`Content-Type: ${type}`]),
        ];
        const { status, body, headers } = await ask(port(), '/api/app.describe', lines, method, '{}');
        const good =
          method === 'POST' &&
          host === 'own' &&
          origin === 'own' &&
          site === 'same-origin' &&
          cookie === 'own' &&
          secret === 'own' &&
          type === 'application/json';
        if (good) answered += 1;
        expect(status === 200).toBe(good);
        if (!good) {
          expect(body).not.toContain('1.2.3');
          expect(body).not.toContain(server().folder);
        }
        expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(headers.has('set-cookie')).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(answered).toBeGreaterThan(0);
  });

  it.each([
    ['/', 'same-origin', 200],
    ['/', 'none', 200],
    ['/', 'same-site', 403],
    ['/', 'cross-site', 403],
    ['/', 'nonsense', 403],
    ['/api/events', 'none', 403],
    ['/api/events', 'same-site', 403],
    ['/api/events', 'cross-site', 403],
    ['/deck/unknown-deck/x.png', 'same-origin', 404],
    ['/deck/unknown-deck/x.png', 'cross-site', 403],
    ['/exports/x/y.pdf', 'cross-site', 403],
    ['/exports/x/y.pdf', 'none', 404],
  ])('%s asked for by a page that is %s', async (path, site, status) => {
    const { cookie, secret } = server();
    const answered = await ask(port(), path, [
      own(),
      `Cookie: ${cookie}`,
      `X-Lectern-Secret: ${secret}`,
      `Sec-Fetch-Site: ${site}`,
    ]);
    expect(answered.status).toBe(status);
  });

  it('an absent Sec-Fetch-Site proves nothing', async () => {
    const { origin, cookie, secret } = server();
    const lines = [own(), `Origin: ${origin}`, `Cookie: ${cookie}`, 'Content-Type: application/json'];
    expect((await ask(port(), '/api/app.describe', lines, 'POST', '{}')).status).toBe(403);
    expect(
      (await ask(port(), '/api/app.describe', [...lines, `X-Lectern-Secret: ${secret}`], 'POST', '{}')).status,
    ).toBe(200);
  });

  it('a preflight is refused without headers for other sites', async () => {
    const lines = [
      own(),
      'Origin: https://evil.test',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Private-Network: true',
    ];
    const { status, headers } = await ask(port(), '/api/app.describe', lines, 'OPTIONS');
    expect([status, [...headers.keys()].filter((name) => name.startsWith('access-control-'))]).toEqual([403, []]);
  });
});
