import { useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { Library } from '../../contract/schemas.ts';
import { asFailure, type Failure } from '../../core/failure.ts';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly library: Library; /** When it was read. */ readonly at: Date }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The decks of the library's folder, read again when the folder changes or `reload` is called. */
export function useLibrary(client: HostClient): readonly [LibraryState, () => void] {
  const [state, setState] = useState<LibraryState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const reload = () => setRound((value) => value + 1);
  useEffect(() => client.on('library.changed', reload), [client]);
  useEffect(() => {
    let isCurrent = true;
    client.call('library.list', {}).then(
      (library) => isCurrent && setState({ kind: 'ready', library, at: new Date() }),
      (error: unknown) => isCurrent && setState({ kind: 'failed', failure: asFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, round]);
  return [state, reload];
}
