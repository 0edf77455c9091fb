import { once } from 'node:events';
import type { Server } from 'node:http';
import { exportFormats } from '../core/export/formats.ts';
import { Failure } from '../core/failure.ts';
import type { ChooseTarget } from '../host/export/export-service.ts';
import type { Writer } from '../host/export/writer.ts';
import { errorCode } from '../host/file-failure.ts';
import { createHost } from '../host/host.ts';
import { createState } from '../host/state.ts';
import { createAccess } from './access.ts';
import { createApp } from './app.ts';
import { createDownloads } from './downloads.ts';
import { answerWith, createLimitedServer } from './listener.ts';
import { revealFile } from './reveal.ts';
import { type ServerLimits, serverLimits } from './server-limits.ts';

export interface ServeOptions {
  /** The library's folder. */
  readonly folder: string;
  /** A deck to show first. */
  readonly open?: string;
  /** 0 or absent: one that is free. */
  readonly port?: number;
  /** The folder of the built renderer. */
  readonly bundle: string;
  readonly version: string;
  /** The folder of what the program remembers. */
  readonly state: string;
  /** Makes exports. */
  readonly write: Writer;
  readonly limits?: Partial<ServerLimits>;
}

/** The running browser shell. */
export interface Served {
  /** The start link, with the launch token: it works once. Never put it in an argument of a process, nor in a log. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the start link has been used. */
  readonly launched: Promise<void>;
  /** Stops listening, ends every connection and every export that runs, and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the app to the user's own browser, on 127.0.0.1 only. Throws a Failure: `port-in-use`, `refused` (a port that
 * the system keeps back), or what {@link createHost} throws.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { folder, open, port: wanted = 0, bundle, version, write } = options;
  const limits = { ...serverLimits, ...options.limits };
  const downloads = createDownloads();
  const chooseTarget: ChooseTarget = async ({ name, format }) => ({
    deliver: async ({ bytes }) => {
      const type = exportFormats[format].mediaType;
      return { name, path: null, url: downloads.offer({ name, type, bytes }) };
    },
  });
  const host = await createHost({
    folder,
    version,
    shell: 'browser',
    bundle,
    write,
    chooseTarget,
    state: createState(options.state),
    reveal: revealFile,
    ...(open === undefined ? {} : { open }),
  });
  const server = createLimitedServer(limits);
  try {
    const port = await listen(server, wanted);
    const { promise: launched, resolve } = Promise.withResolvers<void>();
    const access = createAccess(port, resolve);
    answerWith(server, createApp({ host, access, downloads, limits }), access);
    return {
      url: access.launchUrl,
      port,
      launched,
      async close() {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await Promise.all([closed, host.close()]);
      },
    };
  } catch (error) {
    await host.close();
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw listenFailure(error, port);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function listenFailure(error: unknown, port: number): Failure {
  if (errorCode(error) === 'EADDRINUSE') {
    return new Failure(
      {
        code: 'port-in-use',
        message: `Port ${port} on 127.0.0.1 is in use by another program.`,
        wayOut: 'Choose another one with --port, or leave --port out to get one that is free.',
      },
      { cause: error },
    );
  }
  return new Failure(
    {
      code: 'refused',
      message: `Port ${port} on 127.0.0.1 cannot be listened on (${errorCode(error) || String(error)}).`,
      wayOut: 'Choose a port from 1024 to 65535 with --port, or leave --port out to get one that is free.',
    },
    { cause: error },
  );
}
