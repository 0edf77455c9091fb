/** Addresses in a deck: which are files of its own, which are pictures in themselves, which would reach the network. */

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const dataImage = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)(?:;[\w.+=-]+)*,/i;
// Control characters, which URL parsers drop, and the backslash, which they read as a slash.
const deceptive = /[\p{Cc}\\]/u;

/** Whether the address is a picture written out as `data:`, of a kind that browsers show without running anything. */
export function isDataImage(value: string): boolean {
  return dataImage.test(value) && !deceptive.test(value);
}

/**
 * Whether the address names a file in the deck's folder or below it: relative, with no scheme, no host, no way up and out.
 * Percent-encoded dots count as dots, as they do for browsers.
 */
export function isLocalUrl(value: string): boolean {
  if (value === '' || deceptive.test(value) || scheme.test(value) || value.startsWith('/')) return false;
  const path = value.replace(/[?#][\s\S]*$/, '').replace(/%2e/gi, '.');
  if (/%(?:2f|5c|00)/i.test(path)) return false;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '.' && part !== '') depth++;
    if (depth < 0) return false;
  }
  return true;
}

/** Whether the address, however written, points to another machine. */
export function isRemoteUrl(value: string): boolean {
  return /^(?:(?:https?|wss?|ftp):|[\\/]{2})/i.test(value.replace(/[\p{Cc} ]/gu, ''));
}

/** Whether a link may carry the address: the web, mail, a place in the deck, or a file beside it. The shell asks before it opens one. */
export function isLinkUrl(value: string): boolean {
  if (deceptive.test(value)) return false;
  return /^(?:https?:\/\/|mailto:)\S/i.test(value) || value.startsWith('#') || isLocalUrl(value);
}
