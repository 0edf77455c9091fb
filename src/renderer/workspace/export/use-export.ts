import { useEffect, useRef, useState } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import type { ExportOutcome, ExportProgress } from '../../../contract/schemas/export.ts';
import { sidecarText } from '../../../core/annotations/sidecar/write.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabels } from '../../../core/deck/slide-label.ts';
import type { ExportOptions } from '../../../core/export/options.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { download } from '../download.ts';
import { useSession } from '../use-session.ts';

export type ExportState =
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'working';
      readonly job: string;
      /** `null` until the first news. */
      readonly progress: ExportProgress | null;
      readonly isStopping: boolean;
    }
  | {
      readonly kind: 'done';
      readonly job: string;
      readonly result: Extract<ExportOutcome, { outcome: 'exported' }>;
      /** What people call the slides that were there then, in file order. */
      readonly labels: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface ExportRun {
  readonly state: ExportState;
  readonly run: (options: ExportOptions) => Promise<void>;
  /** Stops what runs: nothing is written then. */
  readonly stop: () => void;
  /** Back to the choice. */
  readonly reset: () => void;
}

/** Exports the open deck as it is in the window, saved or not. In the browser shell the file is downloaded. */
export function useExport(client: HostClient, deck: string): ExportRun {
  const session = useSession();
  const [state, setState] = useState<ExportState>({ kind: 'choosing' });
  const running = useRef<string | null>(null);

  useEffect(
    () =>
      client.on('export.progress', ({ job, progress }) =>
        setState((now) => (now.kind === 'working' && now.job === job ? { ...now, progress } : now)),
      ),
    [client],
  );

  const run = async (options: ExportOptions): Promise<void> => {
    // It can be edited while it is printed.
    const exported = session.state;
    const job = crypto.randomUUID();
    running.current = job;
    setState({ kind: 'working', job, progress: null, isStopping: false });
    try {
      const annotations =
        options.annotations === 'none' && !options.comments && !options.attachSource
          ? null
          : sidecarText(exported, null);
      const text = deckText(exported);
      const outcome = await client.call('export.run', { job, deck, text, annotations, options });
      if (outcome.outcome === 'cancelled') return setState({ kind: 'choosing' });
      if (outcome.url !== null) download(outcome.url, outcome.name);
      setState({ kind: 'done', job, result: outcome, labels: slideLabels(slideIndex(exported)) });
    } catch (error) {
      setState({ kind: 'failed', failure: asFailure(error) });
    } finally {
      running.current = null;
    }
  };

  const stop = (): void => {
    const job = running.current;
    if (job === null) return;
    setState((now) => (now.kind === 'working' ? { ...now, isStopping: true } : now));
    // What goes wrong with it shows in the export itself.
    client.call('export.cancel', { job }).catch(() => undefined);
  };
  return { state, run, stop, reset: () => setState({ kind: 'choosing' }) };
}
