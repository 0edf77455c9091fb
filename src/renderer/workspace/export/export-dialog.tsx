import { type ReactElement, useEffect, useState } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import type { FormatName } from '../../../core/export/formats.ts';
import { exportKinds } from '../../../core/export/presets.ts';
import { defaultOptions, type ExportOptions } from '../../../core/export/options.ts';
import { DialogBox } from '../dialog.tsx';
import './export.css';
import { ExportForm } from './export-form.tsx';
import { ExportFailure, ExportResult, ExportWork } from './export-outcome.tsx';
import { usualPaper } from './usual-paper.ts';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly client: HostClient;
  readonly deck: string;
  readonly assets: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Export: what for and with what, then how it goes, then what came of it. Closed while it goes on, it goes on. */
export function ExportDialog({ client, deck, assets, isOpen, onClose }: ExportDialogProps): ReactElement {
  const { state, run, stop, reset } = useExport(client, deck);
  const start = useStart(client, deck, isOpen);
  const [chosen, setChosen] = useState<ExportOptions | null>(null);
  const close = () => {
    onClose();
    if (state.kind !== 'working') {
      reset();
      setChosen(null);
    }
  };
  const isWide = state.kind === 'choosing';
  return (
    <DialogBox title="Export" isOpen={isOpen} onClose={close} {...(isWide ? { className: 'ui-dialog-export' } : {})}>
      {state.kind === 'choosing' && start !== null && (
        <ExportForm
          assets={assets}
          formats={start.formats}
          initial={chosen ?? start.options}
          onExport={(options) => {
            setChosen({ ...options, slides: null });
            void run(options);
          }}
          onCancel={close}
        />
      )}
      {state.kind === 'working' && <ExportWork {...state} onStop={stop} />}
      {state.kind === 'done' && <ExportResult {...state} client={client} onAgain={reset} onClose={close} />}
      {state.kind === 'failed' && <ExportFailure failure={state.failure} onAgain={reset} onClose={close} />}
    </DialogBox>
  );
}

interface Start {
  readonly formats: readonly FormatName[];
  /** As the deck was exported last; at first, its slides as they are. */
  readonly options: ExportOptions;
}

/** What the form begins with, asked for each time the dialog opens; `null` until it is known. */
function useStart(client: HostClient, deck: string, isOpen: boolean): Start | null {
  const [start, setStart] = useState<Start | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const asked = Promise.all([client.call('app.describe', {}), client.call('export.last', { deck })]);
    asked.then(
      ([{ formats }, { options: last }]) => {
        const known = last !== null && formats.includes(last.format) ? last : null;
        const options = known ?? exportKinds(formats, usualPaper())[0]?.options ?? defaultOptions('pdf');
        if (isCurrent) setStart({ formats, options });
      },
      // An export will say what is wrong with the host.
      () => isCurrent && setStart({ formats: ['pdf'], options: defaultOptions('pdf') }),
    );
    return () => {
      isCurrent = false;
      setStart(null);
    };
  }, [client, deck, isOpen]);
  return start;
}
