import type { Bridge } from '../../contract/bridge.ts';
import type { Transport } from '../../contract/client.ts';

/** The desktop shell's transport: the functions that the preload script put on the window. */
export function ipcTransport(bridge: Bridge): Transport {
  return {
    // Async, so that arguments which cannot be cloned reject as everything else does.
    invoke: async (name, args) => bridge[name](args),
    subscribe: (listener) => bridge.subscribe(listener),
    openDropped: async (file) => bridge.openDropped(file),
  };
}
