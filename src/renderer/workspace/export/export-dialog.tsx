import type { ReactElement } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import { DialogBox } from '../dialog.tsx';
import { ExportForm } from './export-form.tsx';
import { ExportFailure, ExportProgress, ExportResult } from './export-outcome.tsx';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly client: HostClient;
  readonly deck: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Export to PDF: what to take, then how it goes, then what came of it. */
export function ExportDialog({ client, deck, isOpen, onClose }: ExportDialogProps): ReactElement {
  const [state, run, reset] = useExport(client, deck);
  const close = () => {
    onClose();
    if (state.kind !== 'working') reset();
  };
  return (
    <DialogBox title="Export to PDF" isOpen={isOpen} onClose={close}>
      {state.kind === 'choosing' && <ExportForm onExport={(options) => void run(options)} onCancel={close} />}
      {state.kind === 'working' && <ExportProgress />}
      {state.kind === 'done' && <ExportResult {...state} onAgain={reset} onClose={close} />}
      {state.kind === 'failed' && <ExportFailure failure={state.failure} onAgain={reset} onClose={close} />}
    </DialogBox>
  );
}
