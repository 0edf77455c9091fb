import type { Transport } from '../../contract/client.ts';
import { Failure } from '../../core/failure.ts';
import { httpTransport } from './http.ts';
import { ipcTransport } from './ipc.ts';

/**
 * The way to the host: the preload script's bridge in the desktop shell, HTTP in the browser shell, whose page carries a secret. A page
 * with neither is the desktop shell's without its preload script, and can do nothing but say so.
 */
export function createTransport(): Transport {
  if (window.lectern !== undefined) return ipcTransport(window.lectern);
  return document.querySelector('meta[name="lectern-secret"]') === null ? noTransport : httpTransport();
}

const noTransport: Transport = {
  invoke: () =>
    Promise.reject(
      new Failure({
        code: 'unexpected',
        message: 'This window cannot reach your decks: a part of Lectern, its preload script, did not load.',
        wayOut: 'Close the window and start Lectern again. If that does not help, install it again.',
      }),
    ),
  subscribe: () => () => undefined,
};
