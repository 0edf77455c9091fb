import type { DeckGlance } from '../../contract/schemas/deck.ts';
import { mayHoldCode, readCodeColours } from '../slide/code-colours.ts';
import { deckLook } from '../slide/deck-look.ts';
import { RevealStage } from '../stage/reveal-adapter.ts';
import { stageConfig } from '../stage/stage-config.ts';
import { fitSlide } from '../stage/stage-fit.ts';
import { panelWidth } from '../workspace/panels/panel-width.ts';
import { remPixels, usualRem } from '../workspace/rem-pixels.ts';
import { glanceSource } from './glance-source.ts';
import { areHouseFontsEnough } from './house-fonts.ts';
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
 * Shows the first slide of a deck before the whole deck is read, and most of the program. Nothing can be done with it. Resolves when it
 * is on the screen; with `null` where there is none to show, of which the opening of the deck tells.
 */
export async function showFirstSlide({ glance: reading, number, top }: FirstSlideOptions): Promise<FirstSlide | null> {
  try {
    const glance = await reading;
    const found = glanceSource(glance, number);
    if (found === null) return null;
    const { source, settings, key, body } = found;
    const look = deckLook(settings, glance.assets);
    if (!areHouseFontsEnough(body + (look.footer ?? ''), look.theme)) await import('../slide/more-fonts.css');
    if (mayHoldCode(body)) await readCodeColours();
    const room = new FirstSlideRoom(top, look);
    return await new Promise((resolve) => {
      const stage = new RevealStage({
        host: room.host,
        // Its sound would be heard twice.
        config: { ...stageConfig(settings, 'edit', true), autoPlayMedia: false },
        look,
        label: '',
        onSlide: () => {},
        onLink: () => {},
        onReady: () => {
          room.onFit(() => stage.layout());
          afterFrame(() => resolve({ leave: () => afterFrame(leave) }));
        },
      });
      const leave = (): void => {
        clearTimeout(timer);
        stage.destroy();
        room.leave();
      };
      const timer = setTimeout(() => {
        leave();
        resolve(null);
      }, longest);
      try {
        stage.show(source, key);
      } catch {
        leave();
        resolve(null);
      }
    });
  } catch {
    return null;
  }
}

/** The workspace with nothing in it but a place for the slide, as large as it will be there. */
class FirstSlideRoom {
  readonly host = box('ui-stage-host');
  readonly #frame = box('ui-stage-frame', this.host);
  readonly #room = box('ui-stage-room', this.#frame);
  readonly #panel = box('ui-panel');
  readonly #element: HTMLElement;
  readonly #look: { readonly width: number; readonly height: number };
  #fitted = (): void => {};

  constructor(top: number, look: { readonly width: number; readonly height: number }) {
    this.#look = look;
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
    window.addEventListener('resize', this.#fit);
    this.#fit();
  }

  /** Calls back whenever the slide has another size, as when its window is made as large as the screen. */
  onFit(fitted: () => void): void {
    this.#fitted = fitted;
  }

  leave(): void {
    window.removeEventListener('resize', this.#fit);
    this.#element.remove();
  }

  readonly #fit = (): void => {
    this.#panel.style.width = `${panelWidth(null, window.innerWidth, remPixels() / usualRem).width}px`;
    const { clientWidth, clientHeight } = this.#room;
    const { width, height } = fitSlide(this.#look, { width: clientWidth, height: clientHeight });
    Object.assign(this.#frame.style, { width: `${width}px`, height: `${height}px` });
    this.#fitted();
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
