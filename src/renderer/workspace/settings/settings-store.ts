import type { HostClient } from '../../../contract/client.ts';
import type { Settings } from '../../../contract/schemas/program.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';

type Choice = Partial<Settings>;

export interface SettingsState {
  readonly settings: Settings;
  /** Why the last choice could not be kept; `null` where it could, or was not made yet. */
  readonly problem: Failure | null;
}

/**
 * The user's choices about the program. A choice holds at once and is then written; if the host cannot keep it, it is taken
 * back and the reason is told. Choices are written one after the other, so that the last one made is the one that stays.
 */
export class SettingsStore {
  readonly #client: HostClient;
  readonly #listeners = new Set<() => void>();
  /** What the host is known to hold. */
  #kept: Settings;
  /** What was chosen since, the oldest first. */
  #pending: readonly Choice[] = [];
  #state: SettingsState;
  #turn: Promise<void> = Promise.resolve();

  constructor(client: HostClient, initial: Settings) {
    this.#client = client;
    this.#kept = initial;
    this.#state = { settings: initial, problem: null };
  }

  readonly state = (): SettingsState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Chooses something; resolves when the host has kept it, or has not. */
  readonly write = (choice: Choice): Promise<void> => {
    this.#pending = [...this.#pending, choice];
    this.#show(null);
    this.#turn = this.#turn.then(() => this.#keep(choice));
    return this.#turn;
  };

  /** Follows what other windows choose, until the returned function is called. */
  readonly follow = (): (() => void) => {
    const take = (settings: Settings): void => {
      this.#kept = settings;
      this.#show(this.#state.problem);
    };
    // What was chosen meanwhile was not told. That the host does not answer shows elsewhere.
    const ask = (): void =>
      void this.#client.call('app.describe', {}).then(
        ({ settings }) => take(settings),
        () => {},
      );
    const stops = [
      this.#client.on('settings.changed', ({ settings }) => take(settings)),
      this.#client.onReconnect(ask),
    ];
    return () => stops.forEach((stop) => stop());
  };

  /** The problem was read. */
  readonly dismiss = (): void => this.#show(null);

  async #keep(choice: Choice): Promise<void> {
    let problem: Failure | null = null;
    try {
      this.#kept = await this.#client.call('settings.write', { settings: choice });
    } catch (error) {
      problem = asFailure(error);
    }
    this.#pending = this.#pending.filter((pending) => pending !== choice);
    this.#show(problem ?? this.#state.problem);
  }

  #show(problem: Failure | null): void {
    this.#state = { settings: Object.assign({}, this.#kept, ...this.#pending) as Settings, problem };
    for (const listener of this.#listeners) listener();
  }
}
