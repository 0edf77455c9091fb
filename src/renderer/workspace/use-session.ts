import { createContext, use, useRef, useSyncExternalStore } from 'react';
import type { DeckSession, SessionSnapshot } from './deck-session.ts';

export const SessionContext = createContext<DeckSession | null>(null);

/** The open deck's session. Only for components inside a workspace. */
export function useSession(): DeckSession {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside a workspace');
  return session;
}

/**
 * What `select` makes of the open deck; the component draws again only when that changes. `equal` says when two results
 * are the same, by identity unless told otherwise.
 */
export function useDeck<T>(select: (snapshot: SessionSnapshot) => T, equal: (a: T, b: T) => boolean = Object.is): T {
  const session = useSession();
  const last = useRef<{ readonly value: T } | null>(null);
  return useSyncExternalStore(session.subscribe, () => {
    const value = select(session.snapshot());
    if (last.current !== null && equal(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}
