import { createContext, use, useEffect, useRef } from 'react';
import type { CommandBinding, CommandBindings, CommandRegistry } from './command-registry.ts';
import type { CommandId } from '../../../contract/commands.ts';

export const CommandsContext = createContext<CommandRegistry | null>(null);

/** The commands of this window. */
export function useCommandRegistry(): CommandRegistry {
  const registry = use(CommandsContext);
  if (registry === null) throw new Error('useCommandRegistry outside the program');
  return registry;
}

/**
 * Binds commands for as long as the component is there, and `active`. Which commands it binds may not change meanwhile; what
 * they do is always what the latest drawing said.
 */
export function useCommands(bindings: CommandBindings, active = true): void {
  const registry = useCommandRegistry();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!active) return undefined;
    const ids = Object.keys(latest.current) as readonly CommandId[];
    const forward = (id: CommandId): CommandBinding => ({
      run: () => latest.current[id]?.run(),
      isEnabled: () => latest.current[id]?.isEnabled?.() ?? true,
      ...(latest.current[id]?.isOn === undefined ? {} : { isOn: () => latest.current[id]?.isOn?.() ?? false }),
      ...(latest.current[id]?.label === undefined ? {} : { label: () => latest.current[id]?.label?.() ?? '' }),
    });
    return registry.provide(Object.fromEntries(ids.map((id) => [id, forward(id)])));
  }, [registry, active]);
}
