import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { AppDescription } from '../../contract/schemas/program.ts';
import { asFailure, type Failure } from '../../core/failure.ts';
import type { FirstSlide } from '../first-slide/first-slide.ts';
import { App } from './app.tsx';
import { FailureMessage, Message } from './message.tsx';
import { SettingsProvider } from './settings/use-settings.tsx';

type Start =
  | { readonly kind: 'starting' }
  | { readonly kind: 'started'; readonly app: AppDescription }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface StartProps {
  readonly client: HostClient;
  /** The slide that the window shows already. */
  readonly first: FirstSlide | null;
}

/** The program, as soon as the host has said what it is. */
export function Start({ client, first }: StartProps): ReactElement {
  const [state, setState] = useState<Start>({ kind: 'starting' });
  const start = useCallback(() => {
    client.call('app.describe', {}).then(
      (app) => setState({ kind: 'started', app }),
      (error: unknown) => setState({ kind: 'failed', failure: asFailure(error) }),
    );
  }, [client]);
  useEffect(start, [start]);
  switch (state.kind) {
    case 'starting':
      return <Message busy title="Starting…" />;
    case 'failed':
      return <FailureMessage failure={state.failure} action="Try again" onAction={start} />;
    case 'started':
      return (
        <SettingsProvider client={client} initial={state.app.settings}>
          <App client={client} app={state.app} first={first} />
        </SettingsProvider>
      );
  }
}
