import type { WebPageSettings } from '../../contract/web-page.ts';
import { keepTogether } from './keep-together.ts';
import { goTo, type Place, type PlayerDeck, placeOf, startReveal } from './player-deck.ts';
import { presenterPage } from './presenter-page.ts';
import { talkClock } from './talk-clock.ts';
import { say } from './window-talk.ts';

/**
 * Makes this window the speaker’s: the slide that the audience sees, the next step, the notes and the time. Either window
 * leads, the other follows.
 */
export async function startPresenter(deck: HTMLElement, settings: WebPageSettings, show: Window): Promise<void> {
  const page = presenterPage(deck, settings);
  const still = { hash: false, progress: false, controls: false, autoSlide: 0, embedded: true } as const;
  const silent = { transition: 'none', backgroundTransition: 'none', autoAnimate: false } as const;
  const next = await startReveal(page.next, settings, { ...still, ...silent, keyboard: false, touch: false });
  const current = await startReveal(page.current, settings, { ...still, keyboardCondition: null, keyboard: true });
  talkClock(page.clock);

  const showAll = (): void => {
    page.showNotes(current.getCurrentSlide() ?? null);
    page.showPlace(current.getSlidePastCount() + 1, current.getTotalSlides());
    page.showNext(stepOn(next, placeOf(current)));
  };
  keepTogether(current, () => (show.closed ? null : show), showAll);
  showAll();
  say(show, { kind: 'hello' });
}

/** Takes a deck one step further than a place; says whether there was one. */
function stepOn(deck: PlayerDeck, place: Place): boolean {
  goTo(deck, place);
  const before = JSON.stringify(placeOf(deck));
  deck.next();
  return JSON.stringify(placeOf(deck)) !== before;
}
