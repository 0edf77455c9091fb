import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { ChromiumBinary } from './chromium-binary.ts';
import { type ChromiumConnection, connectChromium, ConnectionClosed } from './chromium-connection.ts';

/** A running browser of our own, with a profile of its own that goes when it goes. */
export interface ChromiumProcess {
  readonly connection: ChromiumConnection;
  /** Its name and version, such as `HeadlessChrome/140.0.7339.16`. */
  readonly product: string;
  /** Ends the browser at once and removes its profile. */
  stop(): Promise<void>;
}

/** The browser could not be started on this machine; the message says why. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

/** All but the last keep the browser off the network, or off the user's own data, or make it draw the same everywhere. */
const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-quic',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // It has nothing to do: every request is answered by us. A process of its own would take 60 MB for that.
  '--enable-features=NetworkServiceInProcess2',
];

/** A browser that has not answered after so many milliseconds is not one. */
const patience = 30_000;

export interface StartOptions {
  /** Ends the start, and the browser with it. */
  readonly stopped: AbortSignal;
  /** Called when the process is there, long before it answers. */
  readonly onSpawn: () => void;
}

/** Starts `binary` and waits until it answers. Rejects with {@link StartFailed}. */
export async function startChromium(
  binary: ChromiumBinary,
  { stopped, onSpawn }: StartOptions,
): Promise<ChromiumProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-print-'));
  const child = spawn(binary.path, [...flags, ...sandboxFlags(), `--user-data-dir=${profile}`], {
    // What a whole browser writes beside its profile goes with it, however it ends.
    env: { ...process.env, TMPDIR: profile, ...binary.env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that its helpers end with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  onSpawn();
  const complaints = lastWords(child);
  const ended = once(child, 'close').catch((error: unknown) => void complaints.push(String(error)));
  const connection = connectChromium(...pipes(child));

  async function stop(): Promise<void> {
    connection.close(new ConnectionClosed('The browser was stopped.'));
    kill(child);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }

  const limit = AbortSignal.any([stopped, AbortSignal.timeout(patience)]);
  const giveUp = (): void => connection.close(new ConnectionClosed('It did not answer.'));
  limit.addEventListener('abort', giveUp);
  try {
    const { product } = await connection.send('Browser.getVersion');
    return { connection, product: String(product), stop };
  } catch {
    await stop();
    throw new StartFailed(limit.aborted ? 'it did not answer' : reason(complaints, child));
  } finally {
    limit.removeEventListener('abort', giveUp);
  }
}

/** Chromium's sandbox does not work for root, and refuses to start without it unless told to. */
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function pipes(child: ChildProcess): [Writable, Readable] {
  const [, , , output, input] = child.stdio;
  if (!(output instanceof Writable) || !(input instanceof Readable))
    throw new StartFailed('no pipe to it could be opened');
  return [output, input];
}

/** The last lines that the browser wrote to standard error, growing as it writes. */
function lastWords(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, Math.max(0, lines.length - 20));
  });
  return lines;
}

function reason(complaints: readonly string[], child: ChildProcess): string {
  const telling = complaints.find((line) =>
    /error while loading|FATAL|sandbox|ENOENT|EACCES|cannot|not found/i.test(line),
  );
  const ending = child.signalCode ?? `exit code ${child.exitCode ?? 'unknown'}`;
  return telling ?? complaints.at(-1) ?? `it ended at once (${ending})`;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
