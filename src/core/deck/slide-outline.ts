import type { Attributes, Slide, SlideIndex } from './slide.ts';

/**
 * Which slides a deck has, in what order, with what breaks and attributes: all of an index but where their text stands. It
 * keeps its identity while none of that changes, as while somebody types in a slide, so that what is made from it is made
 * once and not with every key.
 */
export class SlideOutline {
  readonly #slides: readonly Slide[];
  #places: ReadonlyMap<string, number> | null = null;

  constructor(slides: readonly Slide[]) {
    this.#slides = slides;
  }

  /** A slide's place in file order, from 0; -1 where no slide has this key. */
  place(key: string): number {
    this.#places ??= new Map(this.#slides.map((slide, i) => [slide.key, i]));
    return this.#places.get(key) ?? -1;
  }

  /** Whether slides are those of this outline, whatever their text. */
  fits(slides: readonly Slide[]): boolean {
    const own = this.#slides;
    return slides.length === own.length && slides.every((slide, i) => isAlike(slide, own[i]));
  }
}

/** The outline of slides: the one that they had before, if it still fits. */
export function outlineOf(slides: readonly Slide[], before: SlideOutline): SlideOutline {
  return before.fits(slides) ? before : new SlideOutline(slides);
}

/** Works something out once for each outline. `make` may use all of the slides but their text and where it stands. */
export function perOutline<T>(make: (index: SlideIndex) => T): (index: SlideIndex) => T {
  const known = new WeakMap<SlideOutline, { readonly made: T }>();
  return (index) => {
    const found = known.get(index.outline);
    if (found !== undefined) return found.made;
    const made = make(index);
    known.set(index.outline, { made });
    return made;
  };
}

function isAlike(a: Slide, b: Slide | undefined): boolean {
  if (a === b) return true;
  return a.key === b?.key && a.break === b.break && sameAttributes(a.attributes, b.attributes);
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  return a === b || (a.size === b.size && [...a].every(([name, value]) => b.get(name) === value));
}
