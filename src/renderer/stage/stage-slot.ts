import type { RevealStage } from './reveal-adapter.ts';

/** Where a stage stands while there is one, for components to see it come and go. */
export class StageSlot {
  #stage: RevealStage | null = null;
  readonly #listeners = new Set<() => void>();

  readonly stage = (): RevealStage | null => this.#stage;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(stage: RevealStage | null): void {
    this.#stage = stage;
    for (const listener of this.#listeners) listener();
  }
}
