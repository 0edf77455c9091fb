import type { Place } from './player-deck.ts';

/** What the two windows of a show say to each other. */
export type Message =
  /** The speaker’s window is there, or has been loaded anew. */
  | { readonly kind: 'hello' }
  /** Where the sender is now, and whether the screen is dark. */
  | { readonly kind: 'at'; readonly place: Place; readonly isPaused: boolean };

const mark = 'lectern';

/**
 * Sends to the other window. A page on disk has an origin of its own that no address names, so that the receiver is given by
 * its window alone; what is said is no secret.
 */
export function say(to: Window, message: Message): void {
  to.postMessage({ [mark]: message }, '*');
}

/** Listens to one window and to no other; what is not one of our messages is passed over. */
export function listen(from: () => Window | null, hear: (message: Message) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === null || event.source !== from()) return;
    const message = read(event.data);
    if (message !== null) hear(message);
  });
}

function read(data: unknown): Message | null {
  const message = field(data, mark);
  const kind = field(message, 'kind');
  if (kind === 'hello') return { kind };
  const place = field(message, 'place');
  const [h, v, f] = ['h', 'v', 'f'].map((name) => field(place, name));
  if (kind !== 'at' || !isNumber(h) || !isNumber(v) || !isNumber(f)) return null;
  return { kind, place: { h, v, f }, isPaused: field(message, 'isPaused') === true };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -1 && value < 100_000;
}
