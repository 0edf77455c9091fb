import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import type { WebPageSettings } from '../../contract/web-page.ts';
import { followSteps } from '../slide/code-steps.ts';
import { replaceMissingImages } from '../slide/media.ts';

/** reveal.js in an exported page. */
export type PlayerDeck = RevealApi;

/** Where a show is: column, row and step, from 0; a step of -1 is before the first. */
export interface Place {
  readonly h: number;
  readonly v: number;
  readonly f: number;
}

/** Starts reveal.js on slides that are in the page. What a deck may set stands behind what the page needs. */
export async function startReveal(
  deck: HTMLElement,
  { size, revealOptions }: WebPageSettings,
  config: RevealConfig,
): Promise<PlayerDeck> {
  const element = deck.querySelector<HTMLElement>('.reveal');
  if (element === null) throw new TypeError('There are no slides in this page.');
  replaceMissingImages(element);
  for (const section of element.querySelectorAll<HTMLElement>('.slides section')) followSteps(section);
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const reveal = new Reveal(element, {
    progress: true,
    controlsTutorial: false,
    ...revealOptions,
    ...(reduced ? { transition: 'none', backgroundTransition: 'none', autoAnimate: false } : {}),
    ...size,
    margin: 0,
    minScale: 0.02,
    maxScale: 20,
    center: false,
    // The slide’s own foot has its number.
    slideNumber: false,
    help: false,
    scrollActivationWidth: 0,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    plugins: [],
    dependencies: [],
    ...config,
  } as RevealConfig);
  await reveal.initialize();
  return reveal;
}

export function placeOf(reveal: PlayerDeck): Place {
  const { h, v, f = -1 } = reveal.getIndices();
  return { h, v, f };
}

/** Goes to a place unless it is there. */
export function goTo(reveal: PlayerDeck, { h, v, f }: Place): void {
  const now = placeOf(reveal);
  if (now.h !== h || now.v !== v || now.f !== f) reveal.slide(h, v, f);
}
