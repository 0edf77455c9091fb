import { z } from 'zod';
import {
  appDescription,
  deckId,
  exportOutcome,
  exportRequest,
  library,
  openDeck,
  revision,
  saveOutcome,
  saveRequest,
} from './schemas.ts';

/**
 * Every call from the renderer to the host: its arguments and its result. Both ends of IPC and of HTTP are derived from
 * this table, and so are their names: nothing is listed twice.
 */
export const callTable = {
  'app.describe': { args: z.strictObject({}), result: appDescription },
  'library.list': { args: z.strictObject({}), result: library },
  'deck.open': { args: z.strictObject({ deck: deckId }), result: openDeck },
  'deck.save': { args: saveRequest.strict(), result: saveOutcome },
  'annotations.save': { args: saveRequest.strict(), result: saveOutcome },
  'export.pdf': { args: exportRequest.strict(), result: exportOutcome },
} as const;

/** Every event from the host to the renderer. A revision of `null` means that the file is gone. */
export const eventTable = {
  'deck.changed': z.object({ deck: deckId, revision: revision.nullable() }),
  'annotations.changed': z.object({ deck: deckId, revision: revision.nullable() }),
  'library.changed': z.object({}),
} as const;

export type CallName = keyof typeof callTable;
export type CallArgs<K extends CallName> = z.infer<(typeof callTable)[K]['args']>;
export type CallResult<K extends CallName> = z.infer<(typeof callTable)[K]['result']>;

export type EventName = keyof typeof eventTable;
export type EventPayload<K extends EventName> = z.infer<(typeof eventTable)[K]>;
/** An event as it travels. */
export type HostEvent = { [K in EventName]: { readonly name: K; readonly payload: EventPayload<K> } }[EventName];

/** What a host implements: one function for each call of the table. */
export type Handlers = { readonly [K in CallName]: (args: CallArgs<K>) => Promise<CallResult<K>> };

export const callNames = Object.keys(callTable) as readonly CallName[];
