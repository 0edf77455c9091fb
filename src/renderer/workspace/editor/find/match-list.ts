import type { SearchQuery } from '@codemirror/search';
import type { EditorState } from '@codemirror/state';

/** Milliseconds of counting at a time. */
const slice = 6;
/** No more are counted; there is then a `+` behind the number. */
const limit = 20_000;

/** All matches of a query, found a little at a time so that writing never waits for it. */
export class MatchList {
  #starts: number[] = [];
  #ends: number[] = [];
  #done = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** How many there are, as far as they have been counted. */
  get count(): number {
    return this.#starts.length;
  }

  /** Whether all of them have been counted. */
  get isDone(): boolean {
    return this.#done;
  }

  /** Whether there are more than are counted. */
  get isCapped(): boolean {
    return this.#starts.length >= limit;
  }

  /** The number of the match that is just this range, from 1; 0 where it is none. */
  numberOf(from: number, to: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low] === from && this.#ends[low] === to ? low + 1 : 0;
  }

  /** Counts anew. `query` is `null` where there is nothing to look for. */
  restart(query: SearchQuery | null, state: EditorState): void {
    this.stop();
    this.#starts = [];
    this.#ends = [];
    this.#done = query === null;
    if (query === null) return this.#onChange();
    const matches = query.getCursor(state);
    const work = () => {
      const end = performance.now() + slice;
      do {
        const { value, done } = matches.next();
        if (done === true || this.isCapped) {
          this.#done = true;
          return this.#onChange();
        }
        this.#starts.push(value.from);
        this.#ends.push(value.to);
      } while (performance.now() < end);
      this.#timer = setTimeout(work, 0);
    };
    // After the key that asked for it has been shown.
    this.#timer = setTimeout(work, 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
