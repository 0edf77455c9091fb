import { inertSlide, type InertSlide, liveSlide, type RenderedSlide, type SlideSource } from './slide-element.ts';

/** How many slides are kept: those in view in the list, and those around them. */
const mostKept = 48;

/** Renders a deck's slides, and each only once for all the views that show it at about the same time. */
export class SlideRenderer {
  readonly #kept = new Map<string, InertSlide>();

  /** A slide for one view to keep. */
  render(source: SlideSource): RenderedSlide {
    return liveSlide(this.#inert(source));
  }

  /** Renders a slide that will soon be asked for. */
  prepare(source: SlideSource): void {
    this.#inert(source);
  }

  #inert(source: SlideSource): InertSlide {
    const { body, label, notesSeparator = '', assets, firstLine = '' } = source;
    const name = [assets, notesSeparator, firstLine, label, body].join('\0');
    const slide = this.#kept.get(name) ?? inertSlide(source);
    // Behind all others: the first is the one that was asked for longest ago.
    this.#kept.delete(name);
    this.#kept.set(name, slide);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return slide;
  }
}
