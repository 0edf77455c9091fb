import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, callNamesFlag, eventChannel } from '../contract/bridge.ts';

type Listener = (event: unknown) => void;

/** The names that the main process derives from the contract's table. */
const flag = process.argv.find((argument) => argument.startsWith(callNamesFlag)) ?? callNamesFlag;
const names = flag
  .slice(callNamesFlag.length)
  .split(',')
  .filter((name) => name !== '');

const calls = names.map((name) => [name, (args: unknown) => ipcRenderer.invoke(callChannel, name, args)] as const);

/** Electron’s own event object holds the sender and stays on this side. */
function subscribe(listener: Listener): () => void {
  const pass = (_event: unknown, event: unknown): void => listener(event);
  ipcRenderer.on(eventChannel, pass);
  return () => void ipcRenderer.off(eventChannel, pass);
}

contextBridge.exposeInMainWorld('lectern', { ...Object.fromEntries(calls), subscribe });
