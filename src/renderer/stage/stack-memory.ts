import type { StageMap } from './stage-map.ts';

/** Where stacks were left: from the side, each is entered there again. From the start of the deck on, all are new. */
export class StackMemory {
  readonly #left = new Set<string>();

  /** The slides that their stacks were left from. */
  get left(): ReadonlySet<string> {
    return this.#left;
  }

  /** Notes a step from one slide to another. */
  leave(map: StageMap, from: string, to: string): void {
    const column = map.column(map.place(from).h);
    for (const key of column) this.#left.delete(key);
    if (column.length > 1 && map.has(from)) this.#left.add(from);
    if (map.order(to) === 0) this.#left.clear();
  }
}
