import { Failure, type FailureFields } from '../core/failure.ts';
import type { Reply } from './door.ts';
import type { CallArgs, CallName, CallResult, EventName, EventPayload, HostEvent } from './table.ts';

/** How calls and events travel: IPC in the desktop shell, HTTP in the browser shell. */
export interface Transport {
  /** Sends one call; rejects only when the host cannot be reached. */
  invoke(name: CallName, args: unknown): Promise<Reply>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Calls `listener` whenever events come again after a time in which some may have been missed. Not there if none can. */
  onReconnect?(listener: () => void): () => void;
  /** Opens a file that was dropped where it is; not there where a page learns a file's content and nothing of its place. */
  openDropped?(file: { readonly name: string }): Promise<Reply>;
}

/** The host, as the renderer sees it. */
export interface HostClient {
  /** Makes one call. Rejects with a {@link Failure}. */
  call<K extends CallName>(name: K, args: CallArgs<K>): Promise<CallResult<K>>;
  /** Listens to one kind of event until the returned function is called. */
  on<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void): () => void;
  /** Calls `listener` whenever events may have been missed, until the returned function is called. */
  onReconnect(listener: () => void): () => void;
  /**
   * Opens a dropped file where it is: the deck's name; `null` for a folder, which opens in a window of its own; `undefined` for what
   * is no file on this machine. Not there in a shell that does not tell where files are. Rejects with a {@link Failure}.
   */
  readonly openDropped: ((file: { readonly name: string }) => Promise<string | null | undefined>) | undefined;
}

export function createClient(transport: Transport): HostClient {
  const { openDropped } = transport;
  return {
    async call(name, args) {
      return (await valueOf(transport.invoke(name, args))) as CallResult<typeof name>;
    },
    // As the desktop shell answers.
    openDropped: openDropped && (async (file) => (await valueOf(openDropped(file))) as string | null | undefined),
    on(name, listener) {
      return transport.subscribe((event) => {
        if (event.name === name) listener(event.payload as EventPayload<typeof name>);
      });
    },
    onReconnect: (listener) => transport.onReconnect?.(listener) ?? (() => undefined),
  };
}

/** What a reply holds. Rejects with the failure that it tells, or with one that says that there was no reply. */
async function valueOf(replying: Promise<Reply>): Promise<unknown> {
  const reply = await replying.catch((error: unknown) => {
    throw error instanceof Failure
      ? error
      : new Failure(
          {
            code: 'unexpected',
            message: 'Lectern’s own process does not answer.',
            wayOut: 'Your text is still in this window: copy it, then start Lectern again.',
          },
          { cause: error },
        );
  });
  if (!reply.ok) throw new Failure(reply.failure as FailureFields);
  return reply.value;
}
