import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { type DeckLook, dressInLook } from '../slide/deck-look.ts';
import { showDrawings } from '../slide/ink-layer.ts';
import { type LinkTarget, linkTarget } from '../slide/links.ts';
import { backgroundContrast } from '../slide/slide-background.ts';
import { whenIdle } from '../workspace/idle.ts';
import { MountedSlides, type Mounting } from './mounted-slides.ts';
import type { RevealInside } from './reveal-inside.ts';
import { StackMemory } from './stack-memory.ts';
import { samePlaces, StageMap } from './stage-map.ts';
import { slideAtShare, StageMarks } from './stage-marks.ts';
import { type Route, routeFrom, type RouteRules, type StageStep } from './stage-routes.ts';
import type { StageSource } from './stage-source.ts';
import { slidesNear } from './stage-window.ts';

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
  /** Told when the first slide is there. */
  readonly onReady?: () => void;
}

/** More fragments than any slide has. */
const allFragments = 1e6;

/**
 * reveal.js around a deck's slides: the only module that knows it. Slides are named by key.
 *
 * reveal.js takes longer for each step the more sections there are, so only those around the current slide are in the page,
 * and it is this class that knows the whole deck and where a step leads. Before a step the sections around its target are put
 * in their places, those that are no longer near are taken out, and reveal.js is told where its current section now stands;
 * it then makes the step among the few as it would among all. A slide's content is put in when it comes near the current
 * one, and again only when what it is made from has changed.
 */
export class RevealStage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  readonly #mounted: MountedSlides;
  readonly #marks: StageMarks;
  readonly #config: StageConfig;
  readonly #reveal: RevealApi;
  readonly #stacks = new StackMemory();
  #inside: RevealInside | null = null;
  #source: StageSource | null = null;
  #map = new StageMap([]);
  #current = '';
  #ready = false;
  /** Whether only the current slide is in the page: those around it come when the first one is on the screen. */
  #alone = true;
  #stopWaiting = (): void => {};
  #destroyed = false;
  /** Steps that were asked for before reveal.js was ready: nobody's key press is lost, or taken for one past the end. */
  readonly #early: StageStep[] = [];
  #sending = false;

  constructor(options: StageOptions) {
    this.#options = options;
    const { config, host, label, look } = options;
    this.element = document.createElement('div');
    this.element.className = 'reveal';
    this.element.setAttribute('aria-label', label);
    const slides = document.createElement('div');
    slides.className = 'slides';
    this.element.append(slides);
    dressInLook(host, look);
    host.append(this.element);
    this.#marks = new StageMarks(
      this.element,
      { progress: config.progress === true, slideNumber: markFormat(config.slideNumber) },
      (share) => this.#tell(slideAtShare(this.#map, share)),
    );
    this.#config = {
      ...config,
      // Drawn here, from the whole deck; and whatever is in the page is near enough to be drawn.
      progress: false,
      slideNumber: false,
      viewDistance: Number.MAX_SAFE_INTEGER,
      mobileViewDistance: Number.MAX_SAFE_INTEGER,
      autoSlideMethod: () => void this.next(),
      plugins: [{ id: 'lectern', init: (inside: unknown) => this.#take(inside as RevealInside) }],
    };
    this.#reveal = new Reveal(this.element, this.#config);
    this.#mounted = new MountedSlides({ slides, look, isWhole: config.fragments === false, reveal: this.#reveal });
    this.element.addEventListener('beforeslidechange', (event) => this.#guard(event));
    for (const event of ['fragmentshown', 'fragmenthidden']) this.element.addEventListener(event, () => this.#mark());
    this.element.addEventListener('click', (event) => this.#follow(event), { capture: true });
  }

  /** Shows the deck as it is now, on this slide; on the present one, or what is nearest to it, unless told. The first call starts reveal.js. */
  show(source: StageSource, current?: string): void {
    const first = this.#source === null;
    const moved = first || !samePlaces(source.slides, this.#map.slides);
    const before = this.#map;
    this.#source = source;
    if (moved) this.#map = new StageMap(source.slides);
    const target = this.#map.survivor(current ?? this.#current, before) ?? '';
    if (first) {
      this.#current = target;
      this.#mount(target, null);
      void this.#start();
    } else if (moved) this.#redraw(target);
    else if (target !== this.#current) this.#move({ key: target, looped: false });
    else this.#mounted.refill(this.#mounting(source, target));
  }

  /** Key of the slide in view. */
  get current(): string {
    return this.#current;
  }

  /** One step on, through fragments and stacks; `false` at the end. */
  next(): boolean {
    return this.#step('next');
  }

  /** One step back; `false` at the start. */
  previous(): boolean {
    return this.#step('previous');
  }

  /** Up or down within a stack, and simply back or on where the deck has only one direction. */
  arrow(direction: 'up' | 'down'): boolean {
    const { columns, slides } = this.#map;
    const linear = this.#reveal.getConfig().navigationMode === 'linear';
    const flat = linear || columns.length < 2 || columns.length === slides.length;
    if (!flat) return this.#step(direction);
    return direction === 'down' ? this.next() : this.previous();
  }

  /** Whether the deck runs from right to left. */
  get isRightToLeft(): boolean {
    return this.#reveal.getConfig().rtl === true;
  }

  /** Whether there is nothing after what is shown. */
  isLast(): boolean {
    return this.#map.order(this.#current) === this.#map.slides.length - 1 && !this.#reveal.availableFragments().next;
  }

  /** Goes to a slide with its fragments as they were. */
  go(key: string): void {
    if (key !== this.#current && this.#map.has(key)) this.#move({ key, looped: false });
  }

  /** Fits the slides to the host's size. */
  layout(): void {
    if (this.#ready) this.#reveal.layout();
  }

  /** Calls the listener each time the slides have been fitted to another size; stops with what is returned. */
  onScale(listener: () => void): () => void {
    this.element.addEventListener('resize', listener);
    return () => this.element.removeEventListener('resize', listener);
  }

  /** Fits what is on the slide shown again: its fonts came only now. */
  refit(): void {
    if (!this.#ready || this.#current === null) return;
    // Text that fills a slide is measured when reveal.js is given the slide; the rest with a layout.
    if (this.#mounted.section(this.#current)?.querySelector('.r-fit-text'))
      this.#mounted.sync([this.#current], this.#current);
    else this.#reveal.layout();
  }

  /** Where a pointer is on the slide, in slide units. */
  slidePoint(pointer: { readonly clientX: number; readonly clientY: number }): Point {
    const box = (this.#reveal.getSlidesElement() ?? this.element).getBoundingClientRect();
    const scale = this.#reveal.getScale();
    return { x: (pointer.clientX - box.left) / scale, y: (pointer.clientY - box.top) / scale };
  }

  /** CSS pixels of the screen for one slide unit. */
  get scale(): number {
    return this.#reveal.getScale();
  }

  /** The section of the slide in view; `null` before there is one. */
  get section(): HTMLElement | null {
    return this.#mounted.section(this.#current) ?? null;
  }

  /** Shows drawings on the slide in view in place of its own, as while they are moved; `null` shows its own again. */
  preview(drawings: readonly Drawing[] | null): void {
    const { section } = this;
    if (section === null) return;
    showDrawings(section, drawings ?? this.#source?.matter(this.#current).drawings ?? [], this.#options.look);
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#stopWaiting();
    this.#mounted.destroy();
    this.#reveal.destroy();
    this.element.remove();
  }

  async #start(): Promise<void> {
    await this.#reveal.initialize();
    if (this.#destroyed) return;
    // A page's address can carry options for reveal.js; ours hold.
    if (location.search !== '') this.#reveal.configure(this.#config);
    this.element
      .querySelector('.aria-status')
      ?.setAttribute('aria-live', this.#options.config.fragments === false ? 'off' : 'polite');
    this.#ready = true;

    this.#mounted.start(this.#inside);
    this.#cut();
    for (const step of this.#early.splice(0)) this.#step(step);
    this.#options.onReady?.();
    this.#stopWaiting = whenIdle(() => {
      this.#alone = false;
      this.#redraw(this.#current);
    });
  }

  get #rules(): RouteRules {
    const { loop, navigationMode } = this.#options.config;
    return { loop: loop === true, grid: navigationMode === 'grid', left: this.#stacks.left };
  }

  /** Has swipes, the arrows on the screen and everything else in reveal.js that navigates ask here. */
  #take(inside: RevealInside): void {
    this.#inside = inside;
    // As in every other picture of a slide. reveal.js would read it from the page, and have that styled in the middle of a step.
    inside.backgrounds.getContrastClass = backgroundContrast;
    const { rtl } = this.#options.config;
    inside.next = () => void this.next();
    inside.prev = () => void this.previous();
    inside.up = () => void this.#step('up');
    inside.down = () => void this.#step('down');
    inside.left = () => void this.#step(rtl === true ? 'onward' : 'backward');
    inside.right = () => void this.#step(rtl === true ? 'backward' : 'onward');
  }

  /** What is left is the button that plays a deck again, which goes to the first section in the page. */
  #guard(event: Event): void {
    if (!this.#ready || this.#sending) return;
    event.preventDefault();
    this.#tell(this.#map.at(0));
  }

  #step(step: StageStep): boolean {
    if (!this.#ready) {
      this.#early.push(step);
      return true;
    }
    const back = step === 'previous' || step === 'backward' || step === 'up';
    if (back ? this.#reveal.prevFragment() : this.#reveal.nextFragment()) return true;
    const route = routeFrom(this.#map, this.#current, step, this.#rules);
    if (route === null) return false;
    this.#move(route, back);
    this.#options.onSlide(route.key);
    return true;
  }

  #tell(key: string | undefined): void {
    if (key === undefined) return;
    this.go(key);
    this.#options.onSlide(key);
  }

  #move({ key, looped }: Route, back = false): void {
    const from = this.#current;
    this.#current = key;
    this.#stacks.leave(this.#map, from, key);
    this.#mount(from, from);
    // Over the end of the deck a slide is new, though it stands before; back over its start, it is as it was left.
    const fragment = looped ? (back ? allFragments : -1) : undefined;
    if (this.#ready) this.#send(fragment);
  }

  /** Shows slides that came, went or moved at once: nothing flies when the deck itself changes. */
  #redraw(key: string): void {
    const same = key === this.#current;
    this.#current = key;
    const changed = this.#mount(key, null);
    if (!this.#ready) return;
    if (changed || !same) this.#cut();
    else this.#mark();
  }

  /** Goes to the current slide without a transition. */
  #cut(): void {
    const slides = this.#reveal.getSlidesElement();
    slides?.classList.add('no-transition');
    // From this one reveal.js takes it off by itself.
    this.#reveal.getBackgroundsElement()?.classList.add('no-transition');
    this.#send();
    requestAnimationFrame(() => slides?.classList.remove('no-transition'));
  }

  #send(fragment?: number): void {
    const place = this.#mounted.place(this.#current);
    if (place === undefined) return;
    this.#sending = true;
    this.#reveal.slide(place.h, place.v, fragment);
    this.#sending = false;
    this.#mark();
  }

  #mark(): void {
    this.#marks.update(this.#map, this.#current, this.#mounted.section(this.#current));
  }

  #mount(seen: string, kept: string | null): boolean {
    return this.#source !== null && this.#mounted.mount(this.#mounting(this.#source, seen), kept);
  }

  #mounting(source: StageSource, seen: string): Mounting {
    const near = this.#alone ? [this.#current] : slidesNear(this.#map, this.#current, this.#rules);
    return { source, map: this.#map, current: this.#current, near, seen };
  }

  /** A link never takes the window away from the deck. reveal.js would look for ids in the whole page, thumbnails included. */
  #follow(event: MouseEvent): void {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (anchor === null) return;
    event.preventDefault();
    event.stopPropagation();
    const target = linkTarget(anchor);
    if (target?.kind !== 'place') return target === null ? undefined : this.#options.onLink(target);
    this.#tell(this.#map.keyAt(target.h, target.v));
  }
}

/** The format of the slide numbers that a deck asks for; `false` for none. */
function markFormat(slideNumber: StageConfig['slideNumber']): boolean | string {
  return slideNumber === true || typeof slideNumber === 'string' ? slideNumber : false;
}
