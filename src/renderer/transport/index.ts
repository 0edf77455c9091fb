import type { Transport } from '../../contract/client.ts';
import { httpTransport } from './http.ts';
import { ipcTransport } from './ipc.ts';

/** The way to the host: the preload script's bridge in the desktop shell, HTTP in the browser shell. */
export function createTransport(): Transport {
  return window.lectern === undefined ? httpTransport() : ipcTransport(window.lectern);
}
