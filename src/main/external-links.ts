import { type BrowserWindow, dialog, shell } from 'electron';

/** Longer addresses cannot be shown whole, and some systems cut them. */
const maximumLength = 2_000;

/** Fields of a mail address link. Some mail programs know `attach`, which would send a file of the user's. */
const mailFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

/**
 * The address to hand to the system for a link in a deck, or `null` where a link may not leave the program: anything but
 * `https:` and `mailto:`, hidden characters, a name and password, or an address too long to show.
 */
export function externalAddress(link: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (link.length > maximumLength || /[\u0000-\u0020\u007f-\u00a0\\]/.test(link) || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return null;
  const allowed =
    (url.protocol === 'https:' && url.hostname !== '') ||
    (url.protocol === 'mailto:' && [...url.searchParams.keys()].every((field) => mailFields.has(field.toLowerCase())));
  return allowed && url.href.length <= maximumLength ? url.href : null;
}

/** Opens links of decks in the user's browser or mail program, each only after the user saw the whole address and agreed. */
export function externalLinks(): (window: BrowserWindow, link: string) => Promise<void> {
  let asking = false;
  return async (window, link) => {
    const address = externalAddress(link);
    // One question at a time: a page cannot pile them up.
    if (address === null || asking) return;
    asking = true;
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: address.startsWith('mailto:') ? 'Write a mail to this address?' : 'Open this address in your browser?',
        detail: address,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await shell.openExternal(address);
    } finally {
      asking = false;
    }
  };
}
