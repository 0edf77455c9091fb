import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { OpenDeck } from '../../contract/schemas.ts';
import { asFailure, type Failure } from '../../core/failure.ts';
import { Library } from '../library/library.tsx';
import { FailureMessage, Message } from './message.tsx';
import { Workspace } from './workspace.tsx';

type View =
  | { readonly kind: 'starting' }
  | { readonly kind: 'library'; /** The deck that was open before. */ readonly left: string | null }
  | { readonly kind: 'opening'; readonly deck: string }
  | { readonly kind: 'deck'; readonly opened: OpenDeck }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly deck: string | null };

/** Lectern: the library, or the deck that is open. */
export function App({ client }: { readonly client: HostClient }): ReactElement {
  const [view, setView] = useState<View>({ kind: 'starting' });

  const open = useCallback(
    (deck: string) => {
      setView({ kind: 'opening', deck });
      client.call('deck.open', { deck }).then(
        (opened) => setView({ kind: 'deck', opened }),
        (error: unknown) => setView({ kind: 'failed', failure: asFailure(error), deck }),
      );
    },
    [client],
  );
  const start = useCallback(() => {
    client.call('app.describe', {}).then(
      (app) => (app.open === null ? setView({ kind: 'library', left: null }) : open(app.open)),
      (error: unknown) => setView({ kind: 'failed', failure: asFailure(error), deck: null }),
    );
  }, [client, open]);
  useEffect(start, [start]);

  switch (view.kind) {
    case 'starting':
      return <Message busy title="Starting…" />;
    case 'opening':
      return <Message busy title="Opening the deck…" />;
    case 'library':
      return <Library client={client} left={view.left} onOpen={open} />;
    case 'deck':
      return (
        <Workspace
          key={view.opened.deck}
          client={client}
          opened={view.opened}
          onLeave={() => setView({ kind: 'library', left: view.opened.deck })}
        />
      );
    case 'failed':
      return view.deck === null ? (
        <FailureMessage failure={view.failure} action="Try again" onAction={start} />
      ) : (
        <FailureMessage
          failure={view.failure}
          action="All decks"
          onAction={() => setView({ kind: 'library', left: view.deck })}
        />
      );
  }
}
