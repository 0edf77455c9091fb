import type { EventEmitter } from 'node:events';
import { addresses } from './addresses.ts';
import type { Protocol } from './cdp.ts';
import type { EnginePage } from './engine-page.ts';
import { eventWith } from './host-event.ts';

/** What a page may go on to. */
export interface NavigationGate {
  /** Whether a document may be loaded into a frame: the page's listeners are asked, unless the program itself loads it. */
  readonly mayNavigate: (paused: Protocol.Fetch.requestPausedPayload) => boolean;
}

/**
 * Tells of a page's navigations as Electron does, and asks before those that the page itself begins: `will-frame-navigate` for
 * every frame, `will-navigate` for the main one as well, `will-redirect` for what servers say.
 *
 * @param openWindow Called with an address that the page wants to open in another window.
 */
export function watchNavigation(
  page: EnginePage,
  contents: EventEmitter,
  openWindow: (url: string, disposition: string) => void,
): NavigationGate {
  /** What frames asked to load, until the request for it is there; a frame may ask again before that. */
  const asked = new Set<string>();
  const key = (frameId: string, url: string): string => `${frameId} ${url.replace(/#.*$/, '')}`;

  const mayLoad = (url: string, frameId: string, event: 'navigate' | 'redirect'): boolean => {
    const isMainFrame = frameId === page.mainFrame;
    const details = eventWith({ url, isSameDocument: false, isMainFrame, frame: null, initiator: null });
    if (event === 'redirect') contents.emit('will-redirect', details, url, false, isMainFrame);
    else contents.emit('will-frame-navigate', details);
    if (event === 'navigate' && isMainFrame && !details.defaultPrevented)
      contents.emit('will-navigate', details, url, false, true);
    return !details.defaultPrevented;
  };

  page.cdp.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab') {
      openWindow(addresses.toProgram(url), disposition === 'newTab' ? 'background-tab' : 'new-window');
      return;
    }
    // What is loaded over the network is asked about when its request is there, the rest now: the engine hands it to no one.
    if (/^https?:/.test(url)) asked.add(key(frameId, url));
    else if (!/^(?:javascript|about|blob|data):/.test(url)) mayLoad(url, frameId, 'navigate');
  });
  page.cdp.on('Page.windowOpen', ({ url }) => openWindow(addresses.toProgram(url), 'foreground-tab'));
  page.cdp.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
    const isSameDocument = navigationType === 'sameDocument' || navigationType === 'historySameDocument';
    const isMainFrame = frameId === page.mainFrame;
    const details = eventWith({
      url: addresses.toProgram(url),
      isSameDocument,
      isMainFrame,
      frame: null,
      initiator: null,
    });
    contents.emit('did-start-navigation', details, details.url, isSameDocument, isMainFrame);
  });
  page.cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) =>
    contents.emit('did-navigate-in-page', eventWith({}), addresses.toProgram(url), frameId === page.mainFrame),
  );

  return {
    mayNavigate({ request, frameId, redirectedRequestId }) {
      const url = addresses.toProgram(request.url + (request.urlFragment ?? ''));
      if (redirectedRequestId !== undefined) return mayLoad(url, frameId, 'redirect');
      return !asked.delete(key(frameId, request.url)) || mayLoad(url, frameId, 'navigate');
    },
  };
}
