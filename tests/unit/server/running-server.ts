import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Served, type ServeOptions } from '../../../src/server/serve.ts';

export interface RunningServer {
  readonly served: Served;
  readonly folder: string;
  readonly origin: string;
  readonly cookie: string;
  readonly secret: string;
  /** Headers with which a call is answered. */
  readonly good: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A real server on a real port for the tests of one file, entered with its start link. */
export function runningServer(options: Partial<ServeOptions> = {}): () => RunningServer {
  let running: RunningServer | null = null;
  beforeAll(async () => {
    const folder = await deckFolder();
    const served = await serveFolder(folder, options);
    const origin = `http://127.0.0.1:${served.port}`;
    const cookie = (await fetch(served.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(origin, { headers: { cookie } })).text();
    const secret = /<meta name="lectern-secret" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const good = { Cookie: cookie, Origin: origin, 'X-Lectern-Secret': secret, 'Sec-Fetch-Site': 'same-origin' };
    running = { served, folder, origin, cookie, secret, good };
  });
  afterAll(async () => {
    await running?.served.close();
    await rm(running?.folder ?? '', { recursive: true, force: true });
  });
  return () => {
    if (running === null) throw new Error('The server is not running yet.');
    return running;
  };
}

/** A folder with a deck, its image and a bundle of the app. */
export async function deckFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-test-')));
  await mkdir(join(folder, 'bundle'));
  await writeFile(
    join(folder, 'bundle', 'index.html'),
    '<!doctype html><html><head><title>Lectern</title></head></html>',
  );
  await writeFile(
    join(folder, 'bundle', 'print.html'),
    '<!doctype html><html><head><title>Print</title></head></html>',
  );
  await writeFile(join(folder, 'talk.md'), '# One\n\n---\n\n# Two\n');
  await writeFile(join(folder, 'logo.svg'), '<svg/>');
  return folder;
}

export function serveFolder(folder: string, options: Partial<ServeOptions> = {}): Promise<Served> {
  const write: ServeOptions['write'] = async () => ({
    bytes: new Uint8Array(Buffer.from('%PDF-')),
    pages: 2,
    leftOut: [],
    diagnostics: [],
  });
  const state = join(folder, 'state');
  return serve({ folder, bundle: join(folder, 'bundle'), version: '1.2.3', state, write, ...options });
}

/** Sends these very bytes and reads all that comes back until the server ends the connection. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  // A server that turns a long request away may close while we still send.
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(parts).toString();
}

/** The request of this head, which must end the connection, and its answer taken apart. */
export async function ask(
  port: number,
  target: string,
  headers: readonly string[],
  method = 'GET',
  body = '',
): Promise<Answer> {
  const length = method === 'GET' || method === 'HEAD' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return answer(
    await sendRaw(
      port,
      [`${method} ${target} HTTP/1.1`, ...headers, ...length, 'Connection: close', '', body].join('\r\n'),
    ),
  );
}

export function answer(raw: string): Answer {
  const end = raw.indexOf('\r\n\r\n');
  const [first = '', ...lines] = raw.slice(0, end).split('\r\n');
  const headers = lines.map(
    (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers: new Map(headers), body: raw.slice(end + 4) };
}
