import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { cloneCodec } from './page/clone.ts';
import { eventWith } from './host-event.ts';

type Handler = (event: never, ...args: never[]) => unknown;

/** What travels between processes, as text. */
export const codec = cloneCodec();

/** Who sent a message. */
export interface Sender {
  readonly sender: object;
  readonly senderFrame: object | null;
  readonly processId: number;
  readonly frameId: number;
}

type PlayedIpcMain = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

class HostIpcMain extends EventEmitter implements PlayedIpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return listener(...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Answers a call from a page. Rejects with the error that the page is told. */
  async invoke(channel: string, sender: Sender, args: string): Promise<string> {
    const handler = this.#handlers.get(channel) as ((event: unknown, ...args: unknown[]) => unknown) | undefined;
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return codec.write(await handler(eventWith(sender), ...(codec.read(args) as unknown[])));
  }

  /** Takes a message from a page that expects no answer. */
  receive(channel: string, sender: Sender, args: string): void {
    this.emit(channel, eventWith(sender), ...(codec.read(args) as unknown[]));
  }
}

/** The module `ipcMain`. */
export const ipcMain = new HostIpcMain();
