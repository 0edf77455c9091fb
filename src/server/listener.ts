import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from '../host/security-headers.ts';
import type { Access } from './access.ts';
import { checkHead } from './guard.ts';
import { rawRefusal, type Refusal, refusals, refuse } from './refusal.ts';
import type { ServerLimits } from './server-limits.ts';

/** A server with the limits set, on which nothing answers yet. */
export function createLimitedServer(limits: ServerLimits): Server {
  const server = createServer({
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: Math.min(limits.headersTimeout, 2000),
    maxHeaderSize: limits.headerBytes,
    insecureHTTPParser: false,
    // Ours is the check that also sends the security headers.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  return server;
}

/** Lets the app answer on the server, behind the check of each request's head. */
export function answerWith(server: Server, app: Hono, access: Access): void {
  const listener = getRequestListener(app.fetch, {
    hostname: access.host,
    overrideGlobalObjects: false,
    errorHandler: () => refuse(refusals.broken),
  });
  server.on('request', (incoming, outgoing) => {
    const refusal = checkHead(incoming, access);
    if (refusal !== null) return send(outgoing, refusal);
    void listener(incoming, outgoing);
  });
  server.on('checkExpectation', (_: IncomingMessage, outgoing: ServerResponse) => send(outgoing, refusals.expectation));
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) =>
    end(socket, checkHead(incoming, access) ?? refusals.upgrade),
  );
  server.on('connect', (_: IncomingMessage, socket: Duplex) => end(socket, refusals.wrongHost));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    end(socket, clientRefusal(error.code ?? ''));
  });
}

function clientRefusal(code: string): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return refusals.longHeaders;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? refusals.slow : refusals.malformed;
}

function send(outgoing: ServerResponse, { status, reason }: Refusal): void {
  outgoing.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  outgoing.end(reason);
}

function end(socket: Duplex, refusal: Refusal): void {
  socket.on('error', () => undefined);
  socket.end(rawRefusal(refusal), () => socket.destroy());
}
