import type { Session } from 'electron';
import { isOn, scheme } from './addresses.ts';
import { checksSpelling } from './spelling.ts';

/** Schemes that reach nothing outside the program. Developer tools have their own. */
const localProtocols: ReadonlySet<string> = new Set([`${scheme}:`, 'blob:', 'data:', 'devtools:']);

/** What the workspace may do that a browser would ask the user for: fill the screen, and copy text when it is told to. */
const workspacePowers: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/**
 * Closes `session` to the world: no request leaves the program, and a page gets none of the powers that a browser would
 * ask the user for, but those of the workspace where it is on `host` of our scheme.
 */
export function closeSession(session: Session, host: string | null): void {
  const allows = (permission: string, requester: string): boolean =>
    workspacePowers.has(permission) && host !== null && isOn(host, requester);

  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && allows(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return details.isMainFrame && allows(permission, origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('will-download', (event) => event.preventDefault());

  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  session.setSpellCheckerEnabled(checksSpelling);
}

/** Whether a request for `address` stays within the program. */
export function isLocal(address: string): boolean {
  return URL.canParse(address) && localProtocols.has(new URL(address).protocol);
}
