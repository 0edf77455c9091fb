import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, callNamesFlag, dropChannel, eventChannel } from '../contract/bridge.ts';

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

/** Opens a file that the user dropped. Its path never reaches the page; a file that a program made up has none. */
async function openDropped(file: File): Promise<unknown> {
  const path = webUtils.getPathForFile(file);
  return path === '' ? { ok: true, value: undefined } : ipcRenderer.invoke(dropChannel, path);
}

contextBridge.exposeInMainWorld('lectern', { ...Object.fromEntries(calls), subscribe, openDropped });
