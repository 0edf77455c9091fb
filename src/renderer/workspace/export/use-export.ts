import { useState } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import type { ExportOutcome } from '../../../contract/schemas.ts';
import { sidecarText } from '../../../core/annotations/sidecar/write.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabels } from '../../../core/deck/slide-label.ts';
import type { ExportOptions } from '../../../core/export/options.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { useSession } from '../use-session.ts';

export type ExportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'working' }
  | {
      readonly kind: 'done';
      readonly result: Extract<ExportOutcome, { outcome: 'exported' }>;
      /** What people call the slides that were there then, in file order. */
      readonly labels: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Exports the open deck as it is in the window, saved or not. In the browser shell the file is downloaded. */
export function useExport(
  client: HostClient,
  deck: string,
): readonly [ExportState, (options: ExportOptions) => Promise<void>, () => void] {
  const session = useSession();
  const [state, setState] = useState<ExportState>({ kind: 'choosing' });

  const run = async (options: ExportOptions): Promise<void> => {
    // It can be edited while it is printed.
    const exported = session.state;
    setState({ kind: 'working' });
    try {
      const annotations = options.annotations === 'none' ? null : sidecarText(exported, null);
      const text = deckText(exported);
      const outcome = await client.call('export.run', { job: crypto.randomUUID(), deck, text, annotations, options });
      if (outcome.outcome === 'cancelled') return setState({ kind: 'choosing' });
      if (outcome.url !== null) download(outcome.url, outcome.name);
      setState({ kind: 'done', result: outcome, labels: slideLabels(slideIndex(exported)) });
    } catch (error) {
      setState({ kind: 'failed', failure: asFailure(error) });
    }
  };
  return [state, run, () => setState({ kind: 'choosing' })];
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
