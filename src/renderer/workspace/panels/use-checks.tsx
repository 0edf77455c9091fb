import { createContext, type ReactElement, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { markedProblem } from '../slide-filter.ts';
import { useSession } from '../use-session.ts';
import { type ChecksSnapshot, DeckChecks, type Severity } from './deck-checks.ts';

const ChecksContext = createContext<DeckChecks | null>(null);

interface ChecksProviderProps {
  readonly client: HostClient;
  /** The deck's id. */
  readonly deck: string;
  readonly look: DeckLook;
  readonly assets: string;
  readonly children: ReactNode;
}

/** Checks the open deck for all that is drawn inside. */
export function ChecksProvider({ client, deck, look, assets, children }: ChecksProviderProps): ReactElement {
  const session = useSession();
  const checks = useMemo(() => new DeckChecks(session, client, deck), [session, client, deck]);
  useEffect(() => checks.start(), [checks]);
  useEffect(() => checks.draw({ look, assets }), [checks, look, assets]);
  return <ChecksContext value={checks}>{children}</ChecksContext>;
}

/** The open deck's checks. */
export function useDeckChecks(): DeckChecks {
  const checks = use(ChecksContext);
  if (checks === null) throw new Error('useDeckChecks outside a ChecksProvider');
  return checks;
}

/** The open deck's problems. */
export function useChecks(): ChecksSnapshot {
  const checks = useDeckChecks();
  return useSyncExternalStore(checks.subscribe, checks.snapshot);
}

/** How many problems the open deck has. */
export function useCheckCount(): number {
  const checks = useDeckChecks();
  return useSyncExternalStore(checks.subscribe, () => checks.snapshot().problems.length);
}

/** The worst problem of each slide that has one, by the slide's key. */
export function useSlideProblems(): ReadonlyMap<string, Severity> {
  const checks = useDeckChecks();
  return useSyncExternalStore(checks.subscribe, () => checks.snapshot().bySlide);
}

/** The problem that lists of slides mark one slide with. */
export function useMarkedProblem(key: string): ReturnType<typeof markedProblem> {
  const checks = useDeckChecks();
  return useSyncExternalStore(checks.subscribe, () => markedProblem(checks.snapshot().bySlide, key));
}
