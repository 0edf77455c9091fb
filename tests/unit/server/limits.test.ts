import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { answer, runningServer, sendRaw } from './running-server.ts';

const server = runningServer({
  limits: { headersTimeout: 300, requestTimeout: 600, keepAliveTimeout: 300, connections: 8, bodyBytes: 1000 },
});
const port = (): number => server().served.port;
const head = (...lines: readonly string[]): string =>
  [
    'POST /api/app.describe HTTP/1.1',
    `Host: 127.0.0.1:${port()}`,
    ...Object.entries(server().good).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: application/json',
    ...lines,
    '',
    '',
  ].join('\r\n');

describe('limits', () => {
  it('a body that says it is too long is not read', async () => {
    const { status, body } = answer(await sendRaw(port(), head('Content-Length: 1000000000')));
    expect(status).toBe(413);
    expect(body).toContain('larger than a deck may be');
  });

  it('a body that turns out too long is not read to its end', async () => {
    const chunk = `${(500).toString(16)}\r\n${'x'.repeat(500)}\r\n`;
    const { status } = answer(await sendRaw(port(), `${head('Transfer-Encoding: chunked')}${chunk.repeat(4)}`));
    expect(status).toBe(413);
  });

  it('nobody without the secrets gets a body read', async () => {
    const raw = `POST /api/app.describe HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nContent-Length: 900\r\n\r\n`;
    expect(answer(await sendRaw(port(), raw)).status).toBe(401);
  });

  it('headers that trickle in are cut off', async () => {
    expect(answer(await sendRaw(port(), `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nX-Slow: `)).status).toBe(408);
  });

  it('a body that does not come is cut off', async () => {
    const raw = await sendRaw(port(), `${head('Content-Length: 900')}{`);
    expect([0, 400, 408]).toContain(answer(raw).status);
  });

  it('an idle connection is closed', async () => {
    const raw = await sendRaw(port(), `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`);
    expect(answer(raw).status).toBe(401);
  });

  it('a thousand connections are not all taken, and the page still comes afterwards', async () => {
    const ended: Promise<unknown>[] = [];
    for (let n = 0; n < 1000; n += 1) {
      const socket = connect(port(), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      ended.push(new Promise((resolve) => socket.once('close', resolve)));
    }
    await Promise.all(ended);
    const { origin, cookie } = server();
    expect((await fetch(origin, { headers: { cookie } })).status).toBe(200);
  });
});
