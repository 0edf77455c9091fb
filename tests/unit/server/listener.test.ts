import { describe, expect, it } from 'vitest';
import { answer, runningServer, sendRaw } from './running-server.ts';

const server = runningServer();
const port = (): number => server().served.port;
const own = (): string => `Host: 127.0.0.1:${port()}`;

describe('headers of every answer', () => {
  const routes: readonly [string, number, () => Promise<string>][] = [
    ['the app', 200, () => raw('GET / HTTP/1.1', own(), `Cookie: ${server().cookie}`)],
    ['no cookie', 401, () => raw('GET / HTTP/1.1', own())],
    ['a used link', 401, () => raw('GET /launch?token=x HTTP/1.1', own())],
    ['a used link, with the cookie', 303, () => raw('GET /launch HTTP/1.1', own(), `Cookie: ${server().cookie}`)],
    ['nothing there', 404, () => raw('GET /nothing HTTP/1.1', own(), `Cookie: ${server().cookie}`)],
    ['no such download', 404, () => raw('GET /exports/x/y.pdf HTTP/1.1', own(), `Cookie: ${server().cookie}`)],
    ['a wrong method', 405, () => raw('PUT / HTTP/1.1', own(), ...good(), 'Content-Length: 0')],
    ['a wrong method of a call', 405, () => raw('GET /api/app.describe HTTP/1.1', own(), ...good())],
    [
      'a call',
      200,
      () =>
        raw(
          'POST /api/app.describe HTTP/1.1',
          own(),
          ...good(),
          'Content-Type: application/json',
          'Content-Length: 2',
          '',
          '{}',
        ),
    ],
    [
      'a call that does not exist',
      200,
      () =>
        raw(
          'POST /api/no.such HTTP/1.1',
          own(),
          ...good(),
          'Content-Type: application/json',
          'Content-Length: 2',
          '',
          '{}',
        ),
    ],
    [
      'a call that is not JSON',
      415,
      () => raw('POST /api/app.describe HTTP/1.1', own(), ...good(), 'Content-Length: 2', '', '{}'),
    ],
    [
      'a call without the secret',
      403,
      () =>
        raw(
          'POST /api/app.describe HTTP/1.1',
          own(),
          `Cookie: ${server().cookie}`,
          `Origin: ${server().origin}`,
          'Content-Length: 0',
        ),
    ],
    ['a foreign host', 421, () => raw('GET / HTTP/1.1', 'Host: evil.test')],
    ['an upgrade', 426, () => raw('GET / HTTP/1.1', own(), 'Upgrade: websocket', 'Connection: Upgrade')],
    ['a tunnel', 421, () => raw('CONNECT evil.test:443 HTTP/1.1', own())],
    ['an expectation', 417, () => raw('POST / HTTP/1.1', own(), 'Expect: a-miracle', 'Content-Length: 0')],
    ['no HTTP', 400, () => sendRaw(port(), 'hello\r\n\r\n')],
    ['two lengths', 400, () => raw('POST / HTTP/1.1', own(), 'Content-Length: 1', 'Content-Length: 2')],
    ['length and chunks', 400, () => raw('POST / HTTP/1.1', own(), 'Content-Length: 1', 'Transfer-Encoding: chunked')],
    ['long headers', 431, () => raw('GET / HTTP/1.1', own(), `X-Long: ${'x'.repeat(20_000)}`)],
  ];
  const good = (): readonly string[] => Object.entries(server().good).map(([name, value]) => `${name}: ${value}`);
  const raw = (...lines: readonly string[]): Promise<string> => {
    const blank = lines.indexOf('');
    const [head, body] = blank < 0 ? [lines, ['', '']] : [lines.slice(0, blank), lines.slice(blank)];
    return sendRaw(port(), [...head, 'Connection: close', ...body].join('\r\n'));
  };

  it.each(routes)('%s: %d', async (_, status, send) => {
    const { headers, ...rest } = answer(await send());
    expect(rest.status).toBe(status);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.has('server') || headers.has('x-powered-by')).toBe(false);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
