import { type CommandId, type CommandInfo, commandTable } from '../../../contract/commands.ts';

/** What a command does where it can be done. */
export interface CommandBinding {
  readonly run: () => void;
  /** Whether it applies now; always if left out. */
  readonly isEnabled?: () => boolean;
  /** For a command that is a state: whether it is on. */
  readonly isOn?: () => boolean;
  /** What to call it now, where that differs from the table. */
  readonly label?: () => string;
}

export type CommandBindings = Partial<Readonly<Record<CommandId, CommandBinding>>>;

/** A command that applies now. */
export interface ReadyCommand {
  readonly info: CommandInfo;
  readonly id: CommandId;
  readonly label: string;
  /** `null` for a command that is no state. */
  readonly isOn: boolean | null;
}

/** Which commands can be done at present, and how: whoever can do some of them says so for as long as that holds. */
export class CommandRegistry {
  readonly #layers: CommandBindings[] = [];

  /** Binds commands until the returned function is called. The latest binding of a command holds. */
  readonly provide = (bindings: CommandBindings): (() => void) => {
    this.#layers.push(bindings);
    return () => {
      const at = this.#layers.indexOf(bindings);
      if (at >= 0) this.#layers.splice(at, 1);
    };
  };

  /** Whether something is bound to a command and applies now. */
  canRun(id: CommandId): boolean {
    const binding = this.#binding(id);
    return binding !== undefined && binding.isEnabled?.() !== false;
  }

  /** Runs a command; `false` where it does not apply. */
  run(id: CommandId): boolean {
    if (!this.canRun(id)) return false;
    this.#binding(id)?.run();
    return true;
  }

  /** What a command is called now. */
  label(id: CommandId): string {
    return this.#binding(id)?.label?.() ?? commandTable.find((info) => info.id === id)?.label ?? id;
  }

  /** Every command that applies now, in the order of the table. */
  ready(): readonly ReadyCommand[] {
    return commandTable.flatMap((info): ReadyCommand[] => {
      if (!this.canRun(info.id)) return [];
      const isOn = this.#binding(info.id)?.isOn?.() ?? null;
      return [{ info, id: info.id, label: this.label(info.id), isOn }];
    });
  }

  #binding(id: CommandId): CommandBinding | undefined {
    return this.#layers.findLast((layer) => layer[id] !== undefined)?.[id];
  }
}
