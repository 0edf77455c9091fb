import { useCallback, useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { DeckCard, Library } from '../../contract/schemas/library.ts';
import { asFailure, type Failure } from '../../core/failure.ts';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly library: Library; /** When it was read. */ readonly at: Date }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The decks of the library's folder, read again when the folder changes or `reload` is called. */
export function useLibrary(client: HostClient): readonly [LibraryState, () => void] {
  const [state, setState] = useState<LibraryState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((value) => value + 1), []);
  useEffect(() => client.on('library.changed', reload), [client, reload]);
  useEffect(() => client.onReconnect(reload), [client, reload]);
  useEffect(() => {
    let isCurrent = true;
    client.call('library.list', {}).then(
      (library) => isCurrent && setState((before) => ready(before, library)),
      (error: unknown) => isCurrent && setState({ kind: 'failed', failure: asFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, round]);
  return [state, reload];
}

function ready(before: LibraryState, library: Library): LibraryState {
  const old = before.kind === 'ready' ? before.library.decks : [];
  return { kind: 'ready', library: { ...library, decks: keepSame(old, library.decks) }, at: new Date() };
}

/** The cards of `after`, the very same object for one that did not change: it need not be drawn again. */
export function keepSame(before: readonly DeckCard[], after: readonly DeckCard[]): DeckCard[] {
  const known = new Map(before.map((card) => [card.deck, card]));
  return after.map((card) => {
    const old = known.get(card.deck);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(card) ? old : card;
  });
}
