import type { Reply } from './door.ts';
import type { CallName, HostEvent } from './table.ts';

/** The IPC channels of the desktop shell. */
export const callChannel = 'lectern:call';
export const eventChannel = 'lectern:event';
/** Takes the path of a file that the user dropped; pages have no way to it but the file itself. */
export const dropChannel = 'lectern:drop';

/**
 * How the main process tells the preload script the names of all calls: this, followed by the names with commas between
 * them, as an argument of the renderer process. The preload script thus needs no copy of the table.
 */
export const callNamesFlag = '--lectern-calls=';

/** What the preload script puts on `window.lectern`: one function for each call of the table, and the events. */
export type Bridge = { readonly [K in CallName]: (args: unknown) => Promise<Reply> } & {
  /** Calls `listener` for every event until the returned function is called. */
  readonly subscribe: (listener: (event: HostEvent) => void) => () => void;
  /** Opens a file that the user dropped: replies with the deck's name, or `null` where it opened elsewhere. */
  readonly openDropped: (file: { readonly name: string }) => Promise<Reply>;
};

declare global {
  interface Window {
    /** There in the desktop shell only. */
    readonly lectern?: Bridge;
  }
}
