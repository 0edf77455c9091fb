import type { Readable, Writable } from 'node:stream';

type Parameters = Readonly<Record<string, unknown>>;
type Listener = (parameters: Parameters, session: string | undefined) => void;

/** A conversation with Chromium in its DevTools protocol, over a pipe: no port that another program could reach. */
export interface ChromiumConnection {
  /** Sends one command and resolves with its result. Rejects with a {@link ConnectionClosed} when the browser is gone. */
  send(method: string, parameters?: Parameters, session?: string): Promise<Parameters>;
  /** Calls `listener` for every event named `method`. */
  on(method: string, listener: Listener): void;
  /** Makes every pending and later command fail with `reason`. */
  close(reason: Error): void;
}

/** The browser went away in the middle of a conversation. */
export class ConnectionClosed extends Error {
  override readonly name = 'ConnectionClosed';
}

/** The browser refused a command, or could not carry it out. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

interface Pending {
  readonly method: string;
  resolve(result: Parameters): void;
  reject(error: Error): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Parameters;
  readonly result?: Parameters;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** Speaks the protocol over the two pipes of a browser started with `--remote-debugging-pipe`: JSON, each ended by NUL. */
export function connectChromium(output: Writable, input: Readable): ChromiumConnection {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  let closed: Error | null = null;

  function close(reason: Error): void {
    if (closed !== null) return;
    closed = reason;
    for (const command of pending.values()) command.reject(reason);
    pending.clear();
  }

  function receive(message: Message): void {
    if (message.id === undefined) {
      for (const listener of listeners.get(message.method ?? '') ?? [])
        listener(message.params ?? {}, message.sessionId);
      return;
    }
    const command = pending.get(message.id);
    pending.delete(message.id);
    if (message.error === undefined) command?.resolve(message.result ?? {});
    else command?.reject(new CommandFailed(`${command.method}: ${message.error.message}`));
  }

  readMessages(input, receive);
  const lost = (): void => close(new ConnectionClosed('The browser closed the connection.'));
  input.on('close', lost).on('error', lost);
  output.on('close', lost).on('error', lost);

  return {
    close,
    on: (method, listener) => void listeners.set(method, [...(listeners.get(method) ?? []), listener]),
    send(method, parameters = {}, sessionId) {
      if (closed !== null) return Promise.reject(closed);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { method, resolve, reject });
        output.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
      });
    },
  };
}

function readMessages(input: Readable, receive: (message: Message) => void): void {
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      start = end + 1;
      // The protocol's own shape: what is wrong in it shows when a caller reads the result.
      receive(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message);
      parts = [];
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
