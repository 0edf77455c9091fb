import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Pending {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** A conversation with a running Chromium in its DevTools protocol, over its WebSocket. */
export class Cdp {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, ((params: unknown) => void)[]>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => this.#end());
  }

  /** @param endpoint The browser's address, `ws://127.0.0.1:…/devtools/browser/…`. */
  static async connect(endpoint: string): Promise<Cdp> {
    const socket = new WebSocket(endpoint);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`No browser answers at ${endpoint}.`)), { once: true });
    });
    return new Cdp(socket);
  }

  /** Sends one command, to the browser itself or to a session that is attached to a target. */
  send<M extends keyof Commands>(method: M, params?: Commands[M], session?: string): Promise<Results[M]> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(`${method}: the browser is gone.`));
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params: params ?? {}, sessionId: session }));
      // The protocol's own shape.
    }) as Promise<Results[M]>;
  }

  /** Calls `listener` for every event of that name, of the browser itself or of a session. */
  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void, session?: string): void {
    const key = `${session ?? ''} ${event}`;
    const known = this.#listeners.get(key) ?? [];
    this.#listeners.set(key, [...known, listener as (params: unknown) => void]);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
        listener(message.params);
      return;
    }
    const command = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error === undefined) command?.resolve(message.result);
    else command?.reject(new Error(`${command.method}: ${message.error.message}`));
  }

  #end(): void {
    for (const { method, reject } of this.#pending.values()) reject(new Error(`${method}: the browser is gone.`));
    this.#pending.clear();
  }
}

/** One page's part of the conversation. */
export class CdpSession {
  readonly #cdp: Cdp;
  readonly #id: string;

  constructor(cdp: Cdp, id: string) {
    this.#cdp = cdp;
    this.#id = id;
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]> {
    return this.#cdp.send(method, params, this.#id);
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void {
    this.#cdp.on(event, listener, this.#id);
  }
}
