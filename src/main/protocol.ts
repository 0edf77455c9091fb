import { protocol, type Session } from 'electron';
import type { Site } from '../host/site.ts';
import { isOn, scheme } from './addresses.ts';

/** Tells Chromium what our scheme may do. To be called once, before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // Neither `bypassCSP` nor service workers nor `corsEnabled`: a deck's files have no use for them.
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/**
 * Answers all requests that pages of `session` make to `host` of our scheme: with the first answer of `sites` that is
 * not "not found". Each window has a site, and each knows the decks of its window.
 */
export function answerRequests(session: Session, host: string, sites: () => Iterable<Site>): void {
  session.protocol.handle(scheme, async (request) => {
    if (!isOn(host, request.url)) return nothing(404);
    let answer = nothing(404);
    for (const site of sites()) {
      answer = await site(request);
      if (answer.status !== 404) break;
    }
    return answer;
  });
}

function nothing(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'Content-Security-Policy': `default-src 'none'`, 'X-Content-Type-Options': 'nosniff' },
  });
}
