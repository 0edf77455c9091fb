import { asFailure, Failure, type FailureFields } from '../core/failure.ts';
import type { CallName, CallTable, Handlers } from './table.ts';

/** What comes back through a shell's door: the result, or a failure as plain data. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: FailureFields };

/** The one door of a shell: takes an untrusted name and untrusted arguments. It never throws. */
export type Door = (name: unknown, args: unknown) => Promise<Reply>;

/**
 * The door to `handlers`: a name that is not in the table, or arguments that do not fit its schema, are refused before
 * any handler runs.
 */
export function openDoor(handlers: Handlers): Door {
  // Making its schemas takes longer than all else before a window: that is done while the window is made.
  const reading = import('./table.ts');
  return async (name, args) => {
    try {
      const { callTable } = await reading;
      if (typeof name !== 'string' || !Object.hasOwn(callTable, name))
        throw refused(`There is no call named ${JSON.stringify(name)}.`);
      return { ok: true, value: await pass(callTable, handlers, name as CallName, args) };
    } catch (error) {
      return { ok: false, failure: asFailure(error).toJSON() };
    }
  };
}

async function pass<K extends CallName>(
  table: CallTable,
  handlers: Handlers,
  name: K,
  args: unknown,
): Promise<unknown> {
  const parsed = table[name].args.safeParse(args);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refused(`The arguments of ${name} are not valid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`);
  }
  // The schema at `name` and the handler at `name` have the same arguments by construction of the table.
  const handler = handlers[name] as (checked: unknown) => Promise<unknown>;
  return handler(parsed.data);
}

function refused(message: string): Failure {
  return new Failure({ code: 'refused', message, wayOut: 'Reload the window; if it happens again, report it.' });
}
