/**
 * The content security policy of every page. `assets` is the base address of deck images where they have an origin of
 * their own (`lectern://deck/`), which `'self'` does not cover; a path such as `/deck/` adds nothing.
 */
export function contentSecurityPolicy(assets = '/deck/'): string {
  const origin = originOf(assets);
  const own = origin === null ? '' : ` ${origin}`;
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'${own}`,
    `img-src 'self' data: blob:${own}`,
    `media-src 'self' blob:${own}`,
    `font-src 'self' data:${own}`,
    `connect-src 'self'${own}`,
    `worker-src 'self'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default dompurify`,
  ].join('; ');
}

/** The policy of a deck's file that a browser could show as a document of its own: it runs nothing and loads nothing. */
export const assetPolicy = `sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`;

/** The headers of every response, errors included, for pages whose deck images are at `assets`. */
export function securityHeaders(assets = '/deck/'): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(assets),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    'X-Frame-Options': 'DENY',
  };
}

/** `scheme://host` of an absolute address, or `null`. Not `URL.origin`, which is `null` for a scheme of our own. */
export function originOf(address: string): string | null {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(address)?.[0] ?? null;
}
