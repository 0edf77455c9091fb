import type { HostEvent } from '../contract/table.ts';

/** A page that has not read so many events is given up: it reconnects when it wakes. */
const mostUnread = 1000;

/**
 * The host's events as lines of JSON, for as long as the reader stays. An empty line opens the stream and comes again
 * every `heartbeat` ms, so that both ends notice when the other is gone.
 */
export function eventStream(
  subscribe: (listener: (event: HostEvent) => void) => () => void,
  heartbeat: number,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (line: string): void => {
          if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(line));
          stop();
          controller.close();
        };
        const unsubscribe = subscribe((event) => send(`${JSON.stringify(event)}\n`));
        const timer = setInterval(() => send('\n'), heartbeat);
        timer.unref();
        stop = () => {
          unsubscribe();
          clearInterval(timer);
        };
        send('\n');
      },
      cancel: () => stop(),
    },
    { highWaterMark: mostUnread },
  );
}
