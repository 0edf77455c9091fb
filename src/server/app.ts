import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { openDoor } from '../contract/door.ts';
import { securityHeaders } from '../host/security-headers.ts';
import type { Host } from '../host/host.ts';
import type { Access } from './access.ts';
import { attachment, type Downloads } from './downloads.ts';
import { eventStream } from './event-stream.ts';
import { checkCaller, type Route } from './guard.ts';
import { enterPage, linkUsedPage, noAccessPage } from './notice-page.ts';
import { type Refusal, refusals, refuse, refuseCall } from './refusal.ts';
import { secretPage } from './secret-page.ts';
import type { ServerLimits } from './server-limits.ts';

export interface AppOptions {
  readonly host: Host;
  readonly access: Access;
  readonly downloads: Downloads;
  readonly limits: ServerLimits;
}

/** The server's routes. Nothing behind the guard runs for a caller that it does not let through. */
export function createApp({ host, access, downloads, limits }: AppOptions): Hono {
  const app = new Hono();
  const door = openDoor(host.handlers);

  app.use(async ({ req }, next) => {
    const route = routeOf(req.path);
    const refusal = checkCaller(route, req.method, req.raw.headers, access);
    if (refusal === null) return next();
    return route === 'api' ? refuseCall(refusal) : refusePage(refusal);
  });

  app.on('GET', '/launch', ({ req }) => {
    if (req.method !== 'GET') return refuse(refusals.method);
    const headers = { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8' };
    if (access.hasCookie(req.header('cookie') ?? null)) return redirectHome(headers);
    const cookie = access.exchange(req.query('token') ?? '');
    if (cookie === null) return new Response(linkUsedPage, { status: 401, headers });
    const entered = { ...headers, 'Set-Cookie': cookie };
    // A redirect keeps the site that began it, and from another one the strict cookie would not be sent along.
    return req.header('sec-fetch-site') === 'none'
      ? redirectHome(entered)
      : new Response(enterPage, { headers: entered });
  });

  app.get('/api/events', ({ req }) => {
    if (req.method !== 'GET') return refuseCall(refusals.method);
    const headers = { ...securityHeaders, 'Content-Type': 'application/x-ndjson' };
    return new Response(eventStream(host.subscribe, limits.heartbeat), { headers });
  });

  const limitBody = bodyLimit({ maxSize: limits.bodyBytes, onError: () => refuseCall(refusals.tooLarge) });
  app.post('/api/:call', limitBody, async ({ req }) => {
    if (!/^application\/json(?:;|$)/i.test(req.header('content-type') ?? '')) return refuseCall(refusals.notJson);
    const args: unknown = await req.json().catch(() => undefined);
    return Response.json(await door(req.param('call'), args), { headers: securityHeaders });
  });
  app.all('/api/*', () => refuseCall(refusals.method));

  app.get('/exports/:id/:name', ({ req }) => {
    if (req.method !== 'GET') return refuse(refusals.method);
    const download = downloads.take(req.param('id'), req.param('name'));
    if (download === null) return refuse(refusals.unknown);
    const headers = {
      ...securityHeaders,
      'Content-Type': download.type,
      'Content-Disposition': attachment(download.name),
    };
    return new Response(download.bytes, { headers });
  });

  app.all('*', async ({ req }) => {
    const response = await host.site(req.raw);
    const { pathname } = new URL(req.url);
    return pathname === '/' || pathname === '/index.html' ? secretPage(response, access.secret) : response;
  });

  app.onError(() => refuse(refusals.broken));
  return app;
}

function routeOf(path: string): Route {
  if (path === '/launch') return 'launch';
  return path.startsWith('/api/') ? 'api' : 'page';
}

function refusePage(refusal: Refusal): Response {
  if (refusal.status !== 401) return refuse(refusal);
  return new Response(noAccessPage, {
    status: 401,
    headers: { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8' },
  });
}

function redirectHome(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: '/' } });
}
