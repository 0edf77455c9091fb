import { Failure } from '../core/failure.ts';
import { securityHeaders } from '../host/security-headers.ts';

/** Why a request was turned away before anything looked at what it asks for. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 417 | 421 | 426 | 431 | 500;
  /** One sentence. It never repeats what the request said. */
  readonly reason: string;
}

export const refusals = {
  malformed: { status: 400, reason: 'The request is not valid HTTP.' },
  noAccess: { status: 401, reason: 'This window has not been let in by the start link.' },
  foreign: { status: 403, reason: 'Requests from other sites are not answered.' },
  noSecret: { status: 403, reason: 'The request does not carry the page’s secret.' },
  preflight: { status: 403, reason: 'Other sites may not call Lectern.' },
  unknown: { status: 404, reason: 'There is nothing at this address.' },
  method: { status: 405, reason: 'This address does not answer this method.' },
  slow: { status: 408, reason: 'The request took too long to arrive.' },
  tooLarge: { status: 413, reason: 'The request is larger than a deck may be.' },
  notJson: { status: 415, reason: 'Calls are made in JSON.' },
  expectation: { status: 417, reason: 'The expectation is not met.' },
  wrongHost: { status: 421, reason: 'This server answers to its own address only.' },
  upgrade: { status: 426, reason: 'Connections are not upgraded.' },
  longHeaders: { status: 431, reason: 'The request’s headers are too long.' },
  broken: { status: 500, reason: 'The answer could not be made.' },
} as const satisfies Record<string, Refusal>;

/** The refusal as a response of plain text. */
export function refuse({ status, reason }: Refusal): Response {
  return new Response(reason, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** The refusal of a call, in the form of every other reply, so that the page can tell the user. */
export function refuseCall({ status, reason }: Refusal): Response {
  const failure = new Failure({
    code: status === 413 ? 'too-large' : 'refused',
    message: reason,
    wayOut: 'Your text is still in this window: copy it, then open Lectern’s start link again.',
  });
  return Response.json({ ok: false, failure: failure.toJSON() }, { status, headers: securityHeaders });
}

/** The refusal as bytes for a connection on which no response object was made. */
export function rawRefusal({ status, reason }: Refusal): string {
  const headers = { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' };
  const body = Buffer.from(reason);
  const lines = Object.entries({ ...headers, 'Content-Length': body.length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${reason}`;
}
