import type { WebPageSettings } from '../../contract/web-page.ts';

/** The parts of the speaker’s window. */
export interface PresenterPage {
  readonly current: HTMLElement;
  readonly next: HTMLElement;
  readonly clock: { readonly elapsed: HTMLElement; readonly now: HTMLElement; readonly reset: HTMLElement };
  showNotes(section: HTMLElement | null): void;
  /** @param place of the slide, from 1 */
  showPlace(place: number, count: number): void;
  /** @param isThere whether a step follows; at the end of the deck none does */
  showNext(isThere: boolean): void;
}

/** Puts the speaker’s window together from the deck in the page, which is shown twice in it. */
export function presenterPage(deck: HTMLElement, { title, size }: WebPageSettings): PresenterPage {
  document.title = `Notes: ${title}`;
  const ratio = `${size.width} / ${size.height}`;
  const current = stage(deck, 'player-current', ratio);
  const next = stage(deck.cloneNode(true) as HTMLElement, 'player-next', ratio);
  const end = element('p', 'player-end', 'End of the deck');
  const nextRoom = element('section', 'player-next-room');
  nextRoom.append(element('h2', 'player-label', 'Next'), next, end);
  const notes = element('section', 'player-notes');
  notes.tabIndex = 0;
  notes.setAttribute('aria-label', 'Notes');
  const [elapsed, now] = [element('span', 'player-elapsed'), element('span', 'player-now')];
  const reset = element('button', 'player-reset', 'Start the clock again');
  const place = element('span', 'player-place');
  const bar = element('header', 'player-bar');
  bar.append(elapsed, reset, now, place);
  const page = element('div', 'player-presenter');
  page.append(bar, current, nextRoom, notes);
  document.body.replaceChildren(page);
  return {
    current,
    next,
    clock: { elapsed, now, reset },
    showNotes(section) {
      const written = section?.querySelector(':scope > aside.notes');
      const copies = [...(written?.childNodes ?? [])].map((node) => node.cloneNode(true));
      notes.replaceChildren(...(copies.length > 0 ? copies : [element('p', 'player-empty', 'No notes on this slide')]));
      notes.scrollTop = 0;
    },
    showPlace(at, count) {
      place.textContent = `Slide ${at} of ${count}`;
    },
    showNext(isThere) {
      next.hidden = !isThere;
      end.hidden = isThere;
    },
  };
}

function stage(deck: HTMLElement, name: string, ratio: string): HTMLElement {
  deck.classList.add('player-stage', name);
  deck.style.aspectRatio = ratio;
  return deck;
}

function element(tag: string, name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
