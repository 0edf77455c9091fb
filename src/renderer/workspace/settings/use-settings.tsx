import { CircleAlert, X } from 'lucide-react';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { Settings } from '../../../contract/schemas/program.ts';
import { applyTheme } from './apply-theme.ts';
import { SettingsStore } from './settings-store.ts';

export interface SettingsAccess {
  readonly settings: Settings;
  /** Chooses something: it holds at once. If it cannot be kept it is taken back, and the user is told. */
  readonly write: (choice: Partial<Settings>) => void;
}

export const SettingsContext = createContext<SettingsAccess | null>(null);

/** The user's choices about the program, and how to change them. */
export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (access === null) throw new Error('useSettings outside a SettingsProvider');
  return access;
}

interface SettingsProviderProps {
  readonly client: HostClient;
  /** As `app.describe` gave them. */
  readonly initial: Settings;
  readonly children: ReactNode;
}

/** Holds the user's choices, draws the program light or dark by them, and tells when one could not be kept. */
export function SettingsProvider({ client, initial, children }: SettingsProviderProps): ReactElement {
  const store = useMemo(() => new SettingsStore(client, initial), [client, initial]);
  const { settings, problem } = useSyncExternalStore(store.subscribe, store.state);
  const access = useMemo(
    () => ({ settings, write: (choice: Partial<Settings>) => void store.write(choice) }),
    [settings, store],
  );
  useEffect(() => store.follow(), [store]);
  useLayoutEffect(() => applyTheme(settings.theme), [settings.theme]);
  return (
    <SettingsContext value={access}>
      {children}
      {problem !== null && (
        <div role="alert" className="ui-notice">
          <CircleAlert aria-hidden />
          <p className="ui-notice-text">
            <strong>The choice was not kept.</strong> {problem.message} {problem.wayOut}
          </p>
          <Button className="ui-button ui-button-icon" aria-label="Dismiss" onPress={store.dismiss}>
            <X aria-hidden />
          </Button>
        </div>
      )}
    </SettingsContext>
  );
}
