import { createContext, type ReactElement, use, useSyncExternalStore } from 'react';

/** What the program has to say in passing: shown in the status bar for a while, and read by screen readers. */
export class Announcer {
  #message = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly message = (): string => this.#message;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says something; it stays for six seconds, or until the next thing is said. */
  readonly say = (message: string): void => {
    clearTimeout(this.#timer);
    // The same words again have to differ, or a screen reader stays silent.
    this.#set(message === this.#message ? `${message}\u200B` : message);
    this.#timer = setTimeout(() => this.#set(''), 6000);
  };

  #set(message: string): void {
    this.#message = message;
    for (const listener of this.#listeners) listener();
  }
}

export const AnnouncerContext = createContext<Announcer | null>(null);

/** Says something to the user in passing. */
export function useSay(): (message: string) => void {
  return useAnnouncer().say;
}

function useAnnouncer(): Announcer {
  const announcer = use(AnnouncerContext);
  if (announcer === null) throw new Error('useSay outside a workspace');
  return announcer;
}

/** Where it is said. */
export function Announcement({ className }: { readonly className: string }): ReactElement {
  const announcer = useAnnouncer();
  const message = useSyncExternalStore(announcer.subscribe, announcer.message);
  return (
    <span role="status" className={className}>
      {message}
    </span>
  );
}
