import type { Transport } from '../../contract/client.ts';
import type { Reply } from '../../contract/door.ts';
import type { HostEvent } from '../../contract/table.ts';

/** The first and the longest wait before an event stream that broke is opened again, in ms. */
const firstWait = 500;
const longestWait = 10_000;

/** The browser shell's transport: calls and events over HTTP, each with the secret that the server wrote into the page. */
export function httpTransport(page: Document = document): Transport {
  const secret = page.querySelector('meta[name="lectern-secret"]')?.getAttribute('content') ?? '';
  const headers = { 'X-Lectern-Secret': secret };
  const listeners = new Set<(event: HostEvent) => void>();
  const waiting = new Set<() => void>();
  let stop: AbortController | null = null;

  return {
    async invoke(name, args) {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: bodyOf(JSON.stringify(args)),
      });
      // Refusals, too, come in the form of a reply; anything else is not from our server.
      return (await response.json()) as Reply;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) {
        stop = new AbortController();
        void follow(headers, stop.signal, {
          event: (event) => listeners.forEach((each) => each(event)),
          reconnected: () => waiting.forEach((each) => each()),
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.abort();
        stop = null;
      };
    },
    onReconnect(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
  };
}

/** Characters of a body that is handed over as a string. */
const shortBody = 50_000;

/** A request's body. A browser takes a string apart while the page stands still, three times as long as a blob: the text of a deck is sent as one. */
function bodyOf(json: string): BodyInit {
  return json.length <= shortBody ? json : new Blob([json]);
}

interface StreamNews {
  readonly event: (event: HostEvent) => void;
  /** The stream is there again: what happened meanwhile was not told. */
  readonly reconnected: () => void;
}

/** Reads events until `stop`; a stream that ends is opened again, after a pause that grows. */
async function follow(headers: HeadersInit, stop: AbortSignal, tell: StreamNews): Promise<void> {
  let wait = firstWait;
  let connected = false;
  while (!stop.aborted) {
    try {
      const response = await fetch('/api/events', { headers, signal: stop });
      if (response.ok && response.body !== null) {
        wait = firstWait;
        if (connected) tell.reconnected();
        connected = true;
        await readLines(response.body, (line) => {
          // The stream is our own server's, which sends events of the contract and nothing else.
          if (!stop.aborted) tell.event(JSON.parse(line) as HostEvent);
        });
      }
    } catch {
      // The server is gone or was stopped: a call will say so to the user.
    }
    await pause(wait, stop);
    wait = Math.min(wait * 2, longestWait);
  }
}

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') take(line);
  }
}

function pause(duration: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, duration);
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
