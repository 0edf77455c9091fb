import type { MakeBackground } from './background-tree.ts';

/** What reveal.js hands to its plugins, and what every part of it looks up there before it navigates by itself. */
export interface RevealInside {
  left: () => void;
  right: () => void;
  up: () => void;
  down: () => void;
  next: () => void;
  prev: () => void;
  readonly backgrounds: { readonly createBackground: MakeBackground };
  /** Sets the current slide and its indices and changes nothing where it is the current one already. */
  readonly setCurrentScrollPage: (section: Element, h: number, v: number) => void;
}
