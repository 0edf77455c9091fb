import type { MakeBackground } from './background-tree.ts';

/** What reveal.js hands to its plugins, and what every part of it looks up there before it navigates by itself. */
export interface RevealInside {
  left: () => void;
  right: () => void;
  up: () => void;
  down: () => void;
  next: () => void;
  prev: () => void;
  readonly backgrounds: {
    readonly createBackground: MakeBackground;
    /** The class that says whether text on a slide's background should be light or dark. */
    getContrastClass: (section: HTMLElement) => string | null;
  };
  /** Sets the current slide and its indices and changes nothing where it is the current one already. */
  readonly setCurrentScrollPage: (section: Element, h: number, v: number) => void;
}

/** As much of reveal.js as concerns the sections in the page. */
export interface RevealDeck {
  getConfig(): { autoAnimate?: boolean };
  getSlidesElement(): HTMLElement | null | undefined;
  getBackgroundsElement(): HTMLElement | null | undefined;
  getCurrentSlide(): HTMLElement | null | undefined;
  syncSlide(section: HTMLElement): void;
  /** Shows the fragments up to this index. */
  navigateFragment(index: number): void;
  layout(): void;
}
