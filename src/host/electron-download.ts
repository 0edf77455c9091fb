import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

/** Milliseconds within which the server must begin to answer, redirects included: this bounds a start with no network. */
const answerWithin = 1_200;
/** Milliseconds without a byte after which a download is given up. */
const stallAfter = 20_000;

/** As much of `@electron/get` as is used here. It comes with `electron` and is not a dependency of ours. */
interface ElectronGet {
  downloadArtifact(details: {
    readonly version: string;
    readonly artifactName: string;
    readonly platform: string;
    readonly arch: string;
    readonly cacheRoot: string | undefined;
    readonly checksums: Record<string, string> | undefined;
    readonly downloader: { download(url: string, target: string): Promise<void> };
  }): Promise<string>;
  getHostArch(): string;
}

/**
 * Fetches the program file of the `electron` package in `folder` and unpacks it, through Electron's own downloader: its
 * cache, mirrors (`ELECTRON_MIRROR`, …) and checksums count. Rejects with a one-line cause.
 *
 * @param onProgress Called with a line of text at the start and at each tenth of the download.
 */
export async function fetchElectron(folder: string, onProgress: (line: string) => void): Promise<void> {
  const { env } = process;
  const require = createRequire(join(folder, 'package.json'));
  const get = (await import(pathToFileURL(require.resolve('@electron/get')).href)) as ElectronGet;
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const platform = env['ELECTRON_INSTALL_PLATFORM'] || env['npm_config_platform'] || process.platform;
  const arch = env['ELECTRON_INSTALL_ARCH'] || env['npm_config_arch'] || get.getHostArch();
  const remoteChecksums = env['electron_use_remote_checksums'] || env['npm_config_electron_use_remote_checksums'];
  const leaveProxy = enterProxy(env);
  try {
    await get.downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      cacheRoot: env['electron_config_cache'],
      checksums: remoteChecksums ? undefined : await checksumsIn(folder),
      downloader: { download: (url, target) => download(url, target, onProgress) },
    });
  } finally {
    leaveProxy();
  }
  onProgress('Unpacking Electron…');
  await unpack(folder, {
    ...env,
    ELECTRON_INSTALL_PLATFORM: platform,
    ELECTRON_INSTALL_ARCH: arch,
    force_no_cache: 'false',
  });
}

/** Downloads `url` to the file `target`: fails soon where nobody answers, and when the bytes stop coming. */
export async function download(url: string, target: string, onProgress: (line: string) => void): Promise<void> {
  const { host } = new URL(url);
  const stop = new AbortController();
  const response = await answer(url, host, stop);
  const total = Number(response.headers.get('content-length'));
  onProgress(`Fetching Electron from ${host}${total > 0 ? `, ${Math.round(total / 1e6)} MB` : ''}…`);
  await mkdir(dirname(target), { recursive: true });
  await receive(response.body, target, total, onProgress, stop, host);
}

async function answer(
  url: string,
  host: string,
  stop: AbortController,
): Promise<Response & { readonly body: ReadableStream }> {
  const timer = setTimeout(() => stop.abort(), answerWithin);
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok || response.body === null) throw new Error(`${host} answered ${response.status}`);
    // The line above has seen that there is a body.
    return response as Response & { readonly body: ReadableStream };
  } catch (error) {
    if (stop.signal.aborted) throw new Error(`${host} does not answer`, { cause: error });
    if (error instanceof TypeError) throw new Error(`${host} cannot be reached (${causeOf(error)})`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function receive(
  body: ReadableStream,
  target: string,
  total: number,
  onProgress: (line: string) => void,
  stop: AbortController,
  host: string,
): Promise<void> {
  let received = 0;
  let tenths = 0;
  const stall = setTimeout(() => stop.abort(), stallAfter);
  try {
    await pipeline(
      Readable.fromWeb(body),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          stall.refresh();
          received += chunk.byteLength;
          const reached = total > 0 ? Math.floor((received / total) * 10) : 0;
          if (reached > tenths) onProgress(`Fetching Electron: ${(tenths = reached) * 10} %`);
          yield chunk;
        }
      },
      createWriteStream(target),
    );
  } catch (error) {
    throw new Error(stop.signal.aborted ? `${host} stopped sending` : `the download broke off (${causeOf(error)})`, {
      cause: error,
    });
  } finally {
    clearTimeout(stall);
  }
}

/** Makes `fetch` use the proxy that the environment names, as npm does; gives the way back. */
function enterProxy(env: NodeJS.ProcessEnv): () => void {
  const named = env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy'];
  // Missing from Node before 24.14, and from Electron's Node until it has that one.
  return named && typeof http.setGlobalProxyFromEnv === 'function' ? http.setGlobalProxyFromEnv() : () => {};
}

/** Runs Electron's own installer, which now finds the archive in the cache, checks it and unpacks it. */
function unpack(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let problem = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (problem += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(problem.split('\n', 1)[0] || `its installer ended with ${code}`)),
    );
  });
}

async function checksumsIn(folder: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(folder, 'checksums.json'), 'utf8')) as Record<string, string>;
}

/** The innermost cause, since `fetch failed` says nothing. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return causeOf(error.cause);
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
