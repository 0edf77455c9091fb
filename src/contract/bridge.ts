import type { Reply } from './door.ts';
import type { CallName, HostEvent } from './table.ts';

/** The IPC channels of the desktop shell. */
export const callChannel = 'lectern:call';
export const eventChannel = 'lectern:event';

/**
 * How the main process tells the preload script the names of all calls: this, followed by the names with commas between
 * them, as an argument of the renderer process. The preload script thus needs no copy of the table.
 */
export const callNamesFlag = '--lectern-calls=';

/** What the preload script puts on `window.lectern`: one function for each call of the table, and the events. */
export type Bridge = { readonly [K in CallName]: (args: unknown) => Promise<Reply> } & {
  /** Calls `listener` for every event until the returned function is called. */
  readonly subscribe: (listener: (event: HostEvent) => void) => () => void;
};

declare global {
  interface Window {
    /** There in the desktop shell only. */
    readonly lectern?: Bridge;
  }
}
