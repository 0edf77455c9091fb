import type { DeckLook } from '../slide/deck-look.ts';
import { runWhenIdle } from '../workspace/idle.ts';
import { arrangeBackgrounds } from './background-tree.ts';
import type { RevealDeck, RevealInside } from './reveal-inside.ts';
import { SectionContents } from './section-contents.ts';
import { SectionTree } from './section-tree.ts';
import type { StageMap, StagePlace } from './stage-map.ts';
import type { StageSource } from './stage-source.ts';
import { mountedColumns, slidesAhead } from './stage-window.ts';

/** What is to be in the page. */
export interface Mounting {
  readonly source: StageSource;
  readonly map: StageMap;
  /** Key of the slide in view. */
  readonly current: string;
  /** Those around it, the nearest first. */
  readonly near: readonly string[];
  /** Of slides that come in, those before this one have their fragments shown. */
  readonly seen: string;
}

interface MountedOptions {
  /** reveal's `.slides`. */
  readonly slides: HTMLElement;
  readonly look: DeckLook;
  /** Whether every slide has all of its fragments shown. */
  readonly isWhole: boolean;
  readonly reveal: RevealDeck;
}

/** The slides that are in the page: their sections, what stands in these, their backgrounds; and reveal.js told of it. */
export class MountedSlides {
  readonly #tree: SectionTree;
  readonly #contents: SectionContents;
  readonly #isWhole: boolean;
  readonly #reveal: RevealDeck;
  /** What is inside of reveal.js, once it has started. */
  #inside: RevealInside | null = null;
  #stopPreparing = (): void => {};

  constructor({ slides, look, isWhole, reveal }: MountedOptions) {
    this.#tree = new SectionTree(slides);
    this.#contents = new SectionContents(this.#tree, look);
    this.#isWhole = isWhole;
    this.#reveal = reveal;
  }

  section(key: string): HTMLElement | undefined {
    return this.#tree.section(key);
  }

  /** Where a slide's section stands among those in the page. */
  place(key: string): StagePlace | undefined {
    return this.#tree.place(key);
  }

  /** reveal.js has started: from now on it is told of what changes. */
  start(inside: RevealInside | null): void {
    this.#inside = inside;
    this.#settle();
  }

  /** Has the slides near the current one in the page, and `kept`, which is on its way out; says whether any came, went or moved. */
  mount(mounting: Mounting, kept: string | null): boolean {
    const { map, near, current } = mounting;
    const changed = this.#tree.arrange(mountedColumns(map, kept === null ? near : [...near, kept]));
    this.#contents.prune();
    const stale = this.#fill(mounting);
    if (changed) this.#settle();
    this.sync(stale, current);
    this.#prepare(mounting);
    return changed;
  }

  /** Puts content into the sections that are there, where it is made from something older. */
  refill(mounting: Mounting): void {
    this.sync(this.#fill(mounting), mounting.current);
  }

  /** Has reveal.js look at slides again. */
  sync(keys: readonly string[], current: string): void {
    for (const key of keys) {
      const section = this.#tree.section(key);
      if (section === undefined) continue;
      this.#reveal.syncSlide(section);
      // The audience has seen so much of it, whatever was written into it since.
      if (key === current) this.#reveal.navigateFragment(Number(section.dataset['fragment'] ?? -1));
      // Only these are measured; a layout of all sections for each keystroke would be felt.
      if (section.querySelector('.r-stretch, .stretch, .r-fit-text') !== null) this.#reveal.layout();
    }
  }

  destroy(): void {
    this.#stopPreparing();
  }

  /** Fills the sections near the current one; gives those that reveal.js, which knows them already, has to look at again. */
  #fill({ source, map, near, seen }: Mounting): readonly string[] {
    return near.filter((key) => {
      const section = this.#tree.section(key);
      const isKnown = section !== undefined && 'slideBackgroundElement' in section;
      const isSeen = this.#isWhole || map.order(key) < map.order(seen);
      return this.#contents.put(source, key, isSeen) && this.#inside !== null && isKnown;
    });
  }

  /** Tells reveal.js of sections that came, went or moved, without its syncing the whole, which is seen. */
  #settle(): void {
    const [slides, backgrounds] = [this.#reveal.getSlidesElement(), this.#reveal.getBackgroundsElement()];
    if (this.#inside === null || !slides || !backgrounds) return;
    const section = this.#reveal.getCurrentSlide();
    const key = section ? this.#tree.keyOf(section) : undefined;
    const place = key === undefined ? undefined : this.#tree.place(key);
    if (section && place !== undefined) {
      const config = this.#reveal.getConfig();
      const { autoAnimate = true } = config;
      // From a slide to itself there is nothing to animate.
      config.autoAnimate = false;
      this.#inside.setCurrentScrollPage(section, place.h, place.v);
      config.autoAnimate = autoAnimate;
    }
    arrangeBackgrounds(slides, backgrounds, this.#inside.backgrounds.createBackground.bind(this.#inside.backgrounds));
  }

  /** Renders what the next steps will bring into the page, in the time that is left over. */
  #prepare({ source, map, current }: Mounting): void {
    this.#stopPreparing();
    // The first slide goes before.
    if (this.#inside === null) return;
    function* each(): Generator<void, void> {
      for (const key of slidesAhead(map, current)) {
        source.prepare(source.matter(key));
        yield;
      }
    }
    this.#stopPreparing = runWhenIdle(each(), () => {});
  }
}
