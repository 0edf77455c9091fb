import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The header that carries the page's secret on every API call. Only a script of our own pages can send it. */
export const secretHeader = 'x-lectern-secret';

/** The secrets of one launch. None of them is ever written to a log. */
export interface Access {
  /** `127.0.0.1:PORT`: the only `Host` that is answered. */
  readonly host: string;
  /** `http://127.0.0.1:PORT`: the only `Origin`. */
  readonly origin: string;
  /** The address to open first: good for one exchange. */
  readonly launchUrl: string;
  /** The second secret, which index.html hands to its own scripts. */
  readonly secret: string;
  /** The `Set-Cookie` value for a launch token, once; `null` for a wrong token and ever after. */
  exchange(token: string): string | null;
  /** Whether a `Cookie` header has this launch's cookie. */
  hasCookie(header: string | null): boolean;
  /** Whether the value is the page's secret. */
  hasSecret(value: string | null): boolean;
}

/** New secrets, 256 bits each, for the server on `port`. `onExchange` is told when the launch token was used. */
export function createAccess(port: number, onExchange: () => void = () => undefined): Access {
  const [token, session, secret] = [newSecret(), newSecret(), newSecret()];
  // Browsers send a cookie to every port of a host: the name keeps two servers from overwriting each other's.
  const cookieName = `lectern-${port}`;
  const host = `127.0.0.1:${port}`;
  let used = false;
  return {
    host,
    origin: `http://${host}`,
    launchUrl: `http://${host}/launch?token=${token}`,
    secret,
    exchange(given) {
      if (!same(given, token) || used) return null;
      used = true;
      onExchange();
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    hasCookie: (header) => same(cookieValue(header ?? '', cookieName), session),
    hasSecret: (value) => same(value ?? '', secret),
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests, so that the time taken says nothing about either text, nor about their lengths. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function cookieValue(header: string, name: string): string {
  const prefix = `${name}=`;
  const found = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix));
  // Two cookies of our name means that somebody else set one: neither is believed.
  return found.length === 1 ? (found[0] ?? '').slice(prefix.length) : '';
}
