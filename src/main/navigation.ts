import type { WebContents } from 'electron';

/**
 * Keeps a page where it is: it may load only addresses that `isOwn` accepts, in its main frame, and opens no window. What
 * a link of the main frame wanted to open instead is handed to `onLink`; so is every address that a page wanted to open in
 * another window, one of our own among them.
 */
export function guardNavigation(
  contents: WebContents,
  isOwn: (address: string) => boolean,
  onLink: (address: string) => void,
): void {
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isOwn(details.url)) return;
    details.preventDefault();
    if (details.isMainFrame) onLink(details.url);
  });
  // Sent for the main frame, beside the event above: there the link is handed on, here only stopped.
  contents.on('will-navigate', (details) => {
    if (!isOwn(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!details.isMainFrame || !isOwn(details.url)) details.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}
