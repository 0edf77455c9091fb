/** Lectern's own scheme. Its hosts are separate origins. */
export const scheme = 'lectern';

/** The app's pages with their scripts, styles and fonts, and what the decks show. */
export const appHost = 'app';
/** The page that is printed, in a session of its own. */
export const printHost = 'print';

/** The workspace, the one page that a window shows. */
export const workspacePage = `${scheme}://${appHost}/index.html`;

/**
 * Whether `address` is on `host` of our scheme. Compared by protocol and host: Node gives `null` as the origin of every
 * address whose scheme it does not know, so that `file:`, `data:` and `javascript:` addresses would all pass for ours.
 */
export function isOn(host: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === '';
}

/** Whether `address` is the workspace, whatever its query and fragment. */
export function isWorkspace(address: string): boolean {
  return isOn(appHost, address) && ['/', '/index.html'].includes(new URL(address).pathname);
}

/** A deck that an address names, as the workspace writes it for a place in a deck. */
export interface DeckPlace {
  /** The opaque name of the deck. */
  readonly deck: string;
  /** The fragment of the address, with its `#`. */
  readonly fragment: string;
}

/** The deck that `address` is the workspace's own address of, such as `lectern://app/index.html#/deck/AbCdEfGh/12`. */
export function deckPlace(address: string): DeckPlace | null {
  if (!isWorkspace(address)) return null;
  const { search, hash } = new URL(address);
  const [, deck] = /^#\/deck\/([A-Za-z0-9_-]{8,64})(?:\/\d{1,6})?$/.exec(hash) ?? [];
  return deck === undefined || search !== '' ? null : { deck, fragment: hash };
}
