import type { IncomingMessage } from 'node:http';
import { type Access, secretHeader } from './access.ts';
import { type Refusal, refusals } from './refusal.ts';

/**
 * What can be told from a request's own bytes: `Host` must be there once and be ours, to the letter, which is what ends
 * DNS rebinding; and the target must be a path. Forwarding headers are not looked at.
 */
export function checkHead(incoming: IncomingMessage, access: Access): Refusal | null {
  const hosts = incoming.headersDistinct['host'] ?? [];
  if (hosts.length !== 1 || hosts[0] !== access.host) return refusals.wrongHost;
  if (!incoming.url?.startsWith('/')) return refusals.wrongHost;
  return null;
}

/** The kinds of address: the start link, the calls and events, and everything that a page loads. */
export type Route = 'launch' | 'api' | 'page';

/** Who is asking: every control must agree, and a header that is absent proves nothing. */
export function checkCaller(route: Route, method: string, headers: Headers, access: Access): Refusal | null {
  if (method === 'OPTIONS') return refusals.preflight;
  // A browser may fetch a link ahead of time: that must not use it up.
  if (headers.has('sec-purpose')) return refusals.foreign;
  // The start link comes from elsewhere by its nature; its token is its proof.
  if (route === 'launch') return null;
  if (!access.hasCookie(headers.get('cookie'))) return refusals.noAccess;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && !(route === 'page' && site === 'none')) return refusals.foreign;
  const origin = headers.get('origin');
  const reads = method === 'GET' || method === 'HEAD';
  if (origin === null ? !reads : origin !== access.origin) return refusals.foreign;
  if (route === 'api' && !access.hasSecret(headers.get(secretHeader))) return refusals.noSecret;
  return null;
}
