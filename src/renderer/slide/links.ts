/** Links on slides. */

const prefix = 'user-content-';

/** The id that an element gets when the author named it `id`: a prefix keeps a deck's names from those of the page. */
export function prefixed(id: string): string {
  return id.startsWith(prefix) ? id : `${prefix}${id}`;
}

/**
 * A link's address with the id in it renamed as {@link prefixed} renames ids. `#/2/1` (a place by numbers) and every address
 * outside the deck stay as they are.
 */
export function inDeckLink(href: string): string {
  const [, lead, id, rest = ''] = /^(#\/?)([^/]+)(\/.*)?$/.exec(href) ?? [];
  if (lead === undefined || id === undefined || /^\d+$/.test(id)) return href;
  return `${lead}${prefixed(id)}${rest}`;
}

/** Where a link on a slide leads. */
export type LinkTarget =
  /** A slide by its place, from 0, as in `#/2/1`. */
  | { readonly kind: 'place'; readonly h: number; readonly v: number }
  /** An element of the deck by its id in the page: a slide, or something on one. */
  | { readonly kind: 'element'; readonly id: string }
  /** A web page or a mail address; the shell asks before it opens one. */
  | { readonly kind: 'web'; readonly href: string }
  /** A file beside the deck: its path as the author wrote it, and its full address. */
  | { readonly kind: 'file'; readonly path: string; readonly href: string };

/** Reads where a rendered link leads; `null` for one without an address. */
export function linkTarget(anchor: HTMLAnchorElement): LinkTarget | null {
  const href = anchor.getAttribute('href');
  if (href === null) return null;
  const { file } = anchor.dataset;
  if (file !== undefined) return { kind: 'file', path: file, href };
  if (!href.startsWith('#')) return { kind: 'web', href };
  const [, first = '', second = ''] = /^#\/?([^/]*)(?:\/([^/]*))?/.exec(href) ?? [];
  if (/^\d*$/.test(first)) return { kind: 'place', h: Number(first), v: /^\d+$/.test(second) ? Number(second) : 0 };
  try {
    return { kind: 'element', id: decodeURIComponent(first) };
  } catch {
    return { kind: 'element', id: first };
  }
}
