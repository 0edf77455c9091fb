import type { WebPageSettings } from '../../contract/web-page.ts';
import { keepTogether } from './keep-together.ts';
import { startReveal } from './player-deck.ts';

/** The name of the speaker’s window, by which it knows what it is. */
export const presenterWindow = 'lectern-presenter';

const presenterKey = 83; // S

/** Starts the show that the audience sees; S opens the speaker’s window beside it, where the page holds the notes. */
export async function startShow(deck: HTMLElement, settings: WebPageSettings): Promise<void> {
  let presenter: Window | null = null;
  const reveal = await startReveal(deck, settings, {
    hash: true,
    history: false,
    respondToHashChanges: true,
    hideInactiveCursor: true,
    hideCursorTime: 2500,
    keyboard: settings.hasNotes ? { [presenterKey]: () => openPresenter() } : true,
  });

  const openPresenter = (): void => {
    const address = new URL(location.href);
    address.hash = '';
    presenter = window.open(address.href, presenterWindow, 'popup,width=1200,height=760');
    presenter?.focus();
  };
  keepTogether(reveal, () => (presenter === null || presenter.closed ? null : presenter));
}
