import { whenIdle } from '../idle.ts';

/** How long pictures are drawn at a time, in milliseconds: the rest of a frame is for whoever scrolls, drags or types. */
const share = 7;

/** How long a picture waits for the browser to have time, in milliseconds. */
const patience = 100;

/** How many pictures that have gone out of view are kept. */
const mostKept = 240;

interface Picture {
  /** What it was drawn from: it holds while all of that is the same. */
  readonly from: readonly unknown[];
  readonly frame: HTMLElement;
}

/** Draws the pictures of a board a few at a time, when nothing else is to be done, and keeps them for when they come into view again. */
export class PictureStore {
  readonly #kept = new Map<string, Picture>();
  readonly #waiting = new Set<() => void>();
  #isDue = false;

  /** A slide's picture, if it was drawn from the same. */
  find(slide: string, from: readonly unknown[]): HTMLElement | null {
    const picture = this.#kept.get(slide);
    if (picture === undefined || !isSame(picture.from, from)) return null;
    this.#keep(slide, picture);
    return picture.frame;
  }

  /** Draws a slide's picture soon and hands it over, unless the returned function is called first. */
  draw(
    slide: string,
    from: readonly unknown[],
    draw: () => HTMLElement,
    show: (frame: HTMLElement) => void,
  ): () => void {
    const job = () => {
      const frame = draw();
      this.#keep(slide, { from, frame });
      show(frame);
      // Its layout is part of what it costs: measured here, it counts against the share of this frame.
      void frame.offsetHeight;
    };
    this.#waiting.add(job);
    this.#wait();
    return () => this.#waiting.delete(job);
  }

  #wait(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    whenIdle(this.#work, patience);
  }

  readonly #work = (): void => {
    this.#isDue = false;
    const end = performance.now() + share;
    for (const job of this.#waiting) {
      this.#waiting.delete(job);
      job();
      if (performance.now() >= end) break;
    }
    if (this.#waiting.size > 0) this.#wait();
  };

  #keep(slide: string, picture: Picture): void {
    this.#kept.delete(slide);
    this.#kept.set(slide, picture);
    for (const [oldest, { frame }] of this.#kept) {
      if (this.#kept.size <= mostKept) break;
      if (!frame.isConnected) this.#kept.delete(oldest);
    }
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
