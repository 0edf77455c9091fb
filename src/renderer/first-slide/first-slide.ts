import type { DeckGlance } from '../../contract/schemas/deck.ts';
import { mayHoldCode, readCodeColours } from '../slide/code-colours.ts';
import { deckLook } from '../slide/deck-look.ts';
import { renderSlide } from '../slide/slide-element.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { fitSlide, type Size } from '../stage/stage-fit.ts';
import { panelWidth } from '../workspace/panels/panel-width.ts';
import { remPixels, usualRem } from '../workspace/rem-pixels.ts';
import { glanceSlide } from './glance-slide.ts';
import { areHouseFontsEnough } from './house-fonts.ts';
// Before all of ours, which is laid over it on the stage.
import 'reveal.js/reveal.css';
import '../slide/fonts.css';
import '../slide/look.css';
import '../workspace/tokens.css';
import '../workspace/app.css';
import '../workspace/workspace.css';
import '../workspace/navigator/navigator.css';
import '../workspace/panels/panels.css';
import '../stage/stage.css';
import './first-slide.css';

/** Whatever happens to the program, after so many milliseconds there is seen what is under the slide. */
const longest = 10_000;

/** The next frame comes before so many milliseconds, or none does. */
const longestFrame = 250;

/** A deck's first slide over all else, where it will stand. */
export interface FirstSlide {
  /** Takes it away, once what is under it is drawn. */
  leave(): void;
}

export interface FirstSlideOptions {
  /** The deck's beginning, as soon as the host has read it. */
  readonly glance: Promise<DeckGlance>;
  /** Number of the slide, from 1 in file order. */
  readonly number: number;
  /** CSS pixels from the window's upper edge to the workspace's. */
  readonly top: number;
}

/**
 * Shows a picture of the first slide of a deck before the whole deck is read, and most of the program. Resolves when it is on the screen;
 * with `null` where there is none to show, of which the opening of the deck tells.
 */
export async function showFirstSlide({ glance: reading, number, top }: FirstSlideOptions): Promise<FirstSlide | null> {
  try {
    const glance = await reading;
    const found = glanceSlide(glance, number);
    if (found === null) return null;
    const { source, settings } = found;
    const look = deckLook(settings, glance.assets);
    if (!areHouseFontsEnough(source.body + (look.footer ?? ''), look.theme)) await import('../slide/more-fonts.css');
    if (mayHoldCode(source.body)) await readCodeColours();
    const room = new FirstSlideRoom(top, look, slideFrame(renderSlide(source), look));
    const timer = setTimeout(() => room.leave(), longest);
    await new Promise<void>(afterFrame);
    return {
      leave: () => {
        clearTimeout(timer);
        afterFrame(() => room.leave());
      },
    };
  } catch {
    return null;
  }
}

/** The workspace with nothing in it but the slide, as large as it will be there. */
class FirstSlideRoom {
  readonly #picture: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #room: HTMLElement;
  readonly #panel = box('ui-panel');
  readonly #element: HTMLElement;
  readonly #size: Size;

  /** @param size the slide's own, in CSS pixels */
  constructor(top: number, size: Size, picture: HTMLElement) {
    this.#size = size;
    this.#picture = picture;
    this.#picture.style.transformOrigin = '0 0';
    this.#frame = box('ui-stage-frame', box('ui-stage-host', picture));
    this.#room = box('ui-stage-room', this.#frame);
    const workspace = box(
      'ui-workspace',
      box('ui-header'),
      box('ui-banners'),
      box('ui-navigator'),
      box('ui-first-stage', this.#room),
      this.#panel,
      box('ui-status'),
    );
    this.#element = box('ui-first', workspace);
    this.#element.style.top = `${top}px`;
    this.#element.inert = true;
    this.#element.ariaHidden = 'true';
    document.body.append(this.#element);
    // As when its window is made as large as the screen.
    window.addEventListener('resize', this.#fit);
    this.#fit();
  }

  leave(): void {
    window.removeEventListener('resize', this.#fit);
    this.#element.remove();
  }

  readonly #fit = (): void => {
    this.#panel.style.width = `${panelWidth(null, window.innerWidth, remPixels() / usualRem).width}px`;
    const { clientWidth, clientHeight } = this.#room;
    const { width, height } = fitSlide(this.#size, { width: clientWidth, height: clientHeight });
    Object.assign(this.#frame.style, { width: `${width}px`, height: `${height}px` });
    this.#picture.style.transform = `scale(${width / this.#size.width})`;
  };
}

function box(className: string, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

/** Calls back, once, when the next frame is on its way to the screen; or soon, where a window is not seen and has no frames. */
function afterFrame(work: () => void): void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(work);
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, longestFrame);
}
