import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import type { InkPoint } from '../../core/annotations/ink.ts';
import { sameInk } from '../annotate/ink-by-slide.ts';
import { type DeckLook, dressInLook, slideFoot } from '../slide/deck-look.ts';
import { showFragments } from '../slide/fragments.ts';
import { inkLayer } from '../slide/ink-layer.ts';
import { type LinkTarget, linkTarget } from '../slide/links.ts';
import { dressSection, SectionTree } from './section-tree.ts';
import type { SlideMatter, StageSource } from './stage-source.ts';

/** reveal.js's configuration. */
export type StageConfig = RevealConfig;

export interface StageOptions {
  /** Empty element that the stage fills; its size is the stage's. */
  readonly host: HTMLElement;
  readonly config: StageConfig;
  readonly look: DeckLook;
  /** Name for screen readers. */
  readonly label: string;
  /** Told when the stage itself went to another slide, not when it was sent there. */
  readonly onSlide: (key: string) => void;
  /** Told of a click on a link that does not lead to a slide by its place: nothing is opened by itself. */
  readonly onLink: (target: LinkTarget) => void;
}

/** How many slides before and after the current one have their content in the page. */
const reach = 3;

/**
 * reveal.js around a deck's slides: the only module that knows it. Slides are named by key; a slide's content is put in when
 * it comes near the current one, and again only when what it is made from has changed.
 */
export class RevealStage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  readonly #tree: SectionTree;
  readonly #reveal: RevealApi;
  readonly #shown = new Map<string, SlideMatter>();
  #source: StageSource | null = null;
  #current = '';
  #ready = false;
  #sent = false;

  constructor(options: StageOptions) {
    this.#options = options;
    this.element = document.createElement('div');
    this.element.className = 'reveal';
    this.element.setAttribute('aria-label', options.label);
    const slides = document.createElement('div');
    slides.className = 'slides';
    this.element.append(slides);
    dressInLook(options.host, options.look);
    options.host.append(this.element);
    this.#tree = new SectionTree(slides);
    this.#reveal = new Reveal(this.element, options.config);
    this.element.addEventListener('slidechanged', () => this.#moved());
    this.element.addEventListener('click', (event) => this.#follow(event), { capture: true });
  }

  /** Shows the deck as it is now, on this slide. The first call starts reveal.js. */
  show(source: StageSource, current: string): void {
    const first = this.#source === null;
    this.#source = source;
    this.#current = current;
    const moved = this.#tree.arrange(source.slides);
    for (const key of this.#shown.keys()) if (this.#tree.section(key) === undefined) this.#shown.delete(key);
    this.#fill(current);
    if (first) void this.#start();
    else if (this.#ready) this.#send(moved);
  }

  /** Key of the slide in view. */
  get current(): string {
    return this.#current;
  }

  /** One step on, through fragments and stacks; `false` at the end. */
  next(): boolean {
    return this.#step(() => this.#reveal.next());
  }

  /** One step back; `false` at the start. */
  previous(): boolean {
    return this.#step(() => this.#reveal.prev());
  }

  /** Up or down within a stack, and simply back or on where the deck has only one direction. */
  arrow(direction: 'up' | 'down'): boolean {
    const { navigationMode } = this.#reveal.getConfig();
    const flat =
      navigationMode === 'linear' || !this.#reveal.hasHorizontalSlides() || !this.#reveal.hasVerticalSlides();
    if (!flat) return this.#step(() => this.#reveal[direction]());
    return direction === 'down' ? this.next() : this.previous();
  }

  /** Whether the deck runs from right to left. */
  get isRightToLeft(): boolean {
    return this.#reveal.getConfig().rtl === true;
  }

  /** Whether there is nothing after what is shown. */
  isLast(): boolean {
    return this.#reveal.isLastSlide() && !this.#reveal.availableFragments().next;
  }

  /** Goes to a slide with its fragments as they were. */
  go(key: string): void {
    if (this.#tree.section(key) === undefined) return;
    this.#current = key;
    this.#fill(key);
    if (this.#ready) this.#send(false);
  }

  /** Fits the slides to the host's size. */
  layout(): void {
    if (this.#ready) this.#reveal.layout();
  }

  /** Where a pointer is on the slide, in slide units. */
  slidePoint(pointer: { readonly clientX: number; readonly clientY: number }): Pick<InkPoint, 'x' | 'y'> {
    const box = (this.#reveal.getSlidesElement() ?? this.element).getBoundingClientRect();
    const scale = this.#reveal.getScale();
    return { x: (pointer.clientX - box.left) / scale, y: (pointer.clientY - box.top) / scale };
  }

  /** An empty picture over the slide in view, in slide units, for a stroke that is being drawn; to be removed after. */
  liveLayer(): SVGSVGElement {
    const layer = inkLayer([], this.#options.look);
    this.#tree.section(this.#current)?.append(layer);
    layer.classList.replace('ink-layer', 'ink-live');
    return layer;
  }

  destroy(): void {
    this.#reveal.destroy();
    this.element.remove();
  }

  async #start(): Promise<void> {
    await this.#reveal.initialize();
    // A page's address can carry options for reveal.js; ours hold.
    if (location.search !== '') this.#reveal.configure(this.#options.config);
    this.element
      .querySelector('.aria-status')
      ?.setAttribute('aria-live', this.#options.config.fragments === false ? 'off' : 'polite');
    this.#ready = true;
    this.#send(true);
  }

  #send(moved: boolean): void {
    const place = this.#tree.place(this.#current);
    if (place === undefined) return;
    const slides = this.#reveal.getSlidesElement();
    this.#sent = true;
    if (moved) {
      slides?.classList.add('no-transition');
      this.#reveal.sync();
    }
    if (moved || this.#reveal.getCurrentSlide() !== this.#tree.section(this.#current))
      this.#reveal.slide(place.h, place.v);
    this.#sent = false;
    if (moved) requestAnimationFrame(() => slides?.classList.remove('no-transition'));
  }

  #moved(): void {
    const section = this.#reveal.getCurrentSlide();
    const key = section === undefined || section === null ? undefined : this.#tree.keyOf(section);
    if (key === undefined || this.#sent) return;
    this.#current = key;
    this.#fill(key);
    this.#options.onSlide(key);
  }

  /** A link never takes the window away from the deck. reveal.js would look for ids in the whole page, thumbnails included. */
  #follow(event: MouseEvent): void {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (anchor === null) return;
    event.preventDefault();
    event.stopPropagation();
    const target = linkTarget(anchor);
    if (target?.kind !== 'place') return target === null ? undefined : this.#options.onLink(target);
    const key = this.#tree.keyAt(target.h, target.v);
    if (key !== undefined) this.#go(key);
  }

  #go(key: string): void {
    this.go(key);
    this.#options.onSlide(key);
  }

  #step(step: () => void): boolean {
    const before = this.#reveal.getState();
    step();
    const after = this.#reveal.getState();
    return before.indexh !== after.indexh || before.indexv !== after.indexv || before.indexf !== after.indexf;
  }

  /** Puts content into the sections near `key`, where it is missing or made from something older. */
  #fill(key: string): void {
    for (const near of this.#tree.near(key, reach)) this.#fillOne(near);
  }

  #fillOne(key: string): void {
    const section = this.#tree.section(key);
    if (section === undefined || this.#source === null) return;
    const matter = this.#source.matter(key);
    const shown = this.#shown.get(key);
    const same = shown !== undefined && shown.body === matter.body && shown.number === matter.number;
    if (same && sameInk(shown.ink, matter.ink)) return;
    this.#shown.set(key, matter);
    const { config, look } = this.#options;
    if (!same) {
      dressSection(section, this.#source.render(matter));
      section.append(slideFoot(matter.number, look));
      if (config.fragments === false) showFragments(section);
    }
    section.querySelector(':scope > .ink-layer')?.remove();
    if (matter.ink.length > 0) section.append(inkLayer(matter.ink, look));
    if (this.#ready && !same && 'slideBackgroundElement' in section) {
      this.#reveal.syncSlide(section);
      // Only these are measured; a layout of all sections for each keystroke would be felt in a large deck.
      if (section.querySelector('.r-stretch, .stretch, .r-fit-text') !== null) this.#reveal.layout();
    }
  }
}
