/** A still picture of one slide: for thumbnails, library cards and print. */
import { dressInLook, slideFoot, type DeckLook } from './deck-look.ts';
import { fitText } from './fit-text.ts';
import { showFragments, showStep } from './fragments.ts';
import { replaceMissingImages } from './media.ts';
import { idReferences } from './profile.ts';
import { backgroundContrast, slideBackground } from './slide-background.ts';
import type { RenderedSlide } from './slide-element.ts';

export interface FrameOptions {
  /**
   * `apart` (the default) renames ids, so that a page may show a slide many times; `kept` leaves them, for a page that shows
   * each slide once and wants its links to work: print.
   */
  readonly ids?: 'apart' | 'kept';
  /** As it is after so many of its steps; without it as all steps together leave it. */
  readonly step?: number;
}

let frames = 0;

/** Renames the ids in a tree, and what refers to them in it, by adding `suffix`. */
function renameIds(root: HTMLElement, suffix: string): void {
  const ids = new Set([root, ...root.querySelectorAll('[id]')].map((element) => element.id));
  ids.delete('');
  if (ids.size === 0) return;
  const renamed = (id: string): string => (ids.has(id) ? `${id}${suffix}` : id);
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of element.attributes) {
      if (name === 'id') element.setAttribute(name, renamed(value));
      else if (idReferences.has(name)) element.setAttribute(name, value.split(' ').map(renamed).join(' '));
      else if (value.includes('url(#'))
        element.setAttribute(
          name,
          value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renamed(id)})`),
        );
      else if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#'))
        element.setAttribute(name, `#${renamed(value.slice(1))}`);
    }
  }
}

/** Makes links to named slides, `#/name`, links to elements of this page. */
function linkWithinPage(section: HTMLElement): void {
  for (const anchor of section.querySelectorAll('a[href^="#/"]')) {
    const name = anchor.getAttribute('href')?.slice(2).split('/')[0] ?? '';
    if (name !== '' && !/^\d+$/.test(name)) anchor.setAttribute('href', `#${name}`);
  }
}

/** Gives media that reveal.js would load on the stage their source, and has them load no more than a picture needs. */
function loadMedia(section: HTMLElement): void {
  for (const media of section.querySelectorAll('[data-src]')) {
    media.setAttribute('src', media.getAttribute('data-src') ?? '');
    media.removeAttribute('data-src');
  }
  for (const media of section.querySelectorAll('video, audio')) media.setAttribute('preload', 'metadata');
}

/**
 * A slide at its true size, `look.width` by `look.height` CSS pixels, with its background and foot:
 * `div.slide-frame > .reveal > .slide-background + .slides > section`. The caller scales it with a CSS transform. The
 * rendered slide is copied, not used up.
 */
export function slideFrame(rendered: RenderedSlide, look: DeckLook, options: FrameOptions = {}): HTMLElement {
  const section = rendered.section.cloneNode(true) as HTMLElement;
  section.querySelector(':scope > aside.notes')?.remove();
  if (options.step === undefined) showFragments(section);
  else showStep(section, options.step);
  loadMedia(section);
  if (options.ids === 'kept') linkWithinPage(section);
  else renameIds(section, `-f${++frames}`);
  const contrast = backgroundContrast(section);
  if (contrast !== null) section.classList.add(contrast);
  section.classList.add('present');
  section.append(slideFoot(rendered.label, look));
  fitText(section, look);

  const frame = document.createElement('div');
  frame.className = options.step === undefined ? 'slide-frame' : 'slide-frame in-steps';
  dressInLook(frame, look);
  const [reveal, slides] = [document.createElement('div'), document.createElement('div')];
  reveal.className = 'reveal';
  slides.className = 'slides';
  slides.append(section);
  reveal.append(slideBackground(section), slides);
  frame.append(reveal);
  replaceMissingImages(frame);
  return frame;
}
