import { afterPaint } from './after-paint.ts';

/** Views that took longer than this to follow wait for a pause, in milliseconds: a few frames may go by unseen while somebody types. */
const fast = 120;
/** The longest pause that is waited for, in milliseconds. */
const longestPause = 1500;

/**
 * When views hear of what is typed. Once it is on the screen, as a rule; a slide of a megabyte takes them seconds, and they hear of it when
 * nobody has typed for as long as they took.
 */
export class TypingPace {
  #took = 0;

  /** Calls `tell` when the views may hear, and notes how long they take; not, if what it returns is called before. */
  soon(tell: () => void): () => void {
    const timed = (): void => {
      const start = performance.now();
      tell();
      afterPaint(() => {
        this.#took = performance.now() - start;
      });
    };
    if (!this.waitsForPause) return afterPaint(timed);
    const timer = setTimeout(timed, Math.min(this.#took, longestPause));
    return () => clearTimeout(timer);
  }

  /** Whether a key that comes now begins the wait anew. */
  get waitsForPause(): boolean {
    return this.#took > fast;
  }
}
