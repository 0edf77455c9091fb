import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { ExportOutcome } from '../../../contract/schemas.ts';
import type { Failure } from '../../../core/failure.ts';
import { fileSize } from '../file-size.ts';
import { saysLeftOut } from './left-out.ts';

export function ExportProgress(): ReactElement {
  return (
    <ProgressBar className="ui-export-busy" isIndeterminate aria-label="Exporting">
      <span className="ui-spinner" />
      <span>Laying out and printing the slides…</span>
    </ProgressBar>
  );
}

interface ExportResultProps {
  readonly result: Extract<ExportOutcome, { outcome: 'exported' }>;
  /** What people call the deck's slides, in file order. */
  readonly labels: readonly string[];
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What came of an export: where the file is, how large, and what should be known about it. */
export function ExportResult({ result, labels, onAgain, onClose }: ExportResultProps): ReactElement {
  const { name, pages, bytes, seconds, path, diagnostics } = result;
  const leftOut = result.leftOut.filter(({ reason }) => reason === 'hidden');
  return (
    <div className="ui-outcome">
      <div className="ui-outcome-head" role="status">
        <CircleCheck aria-hidden className="ui-good" />
        <div>
          <p className="ui-outcome-title">{path ?? name}</p>
          <p className="ui-outcome-text">
            {pages} {pages === 1 ? 'page' : 'pages'} · {fileSize(bytes)} · {seconds.toFixed(1)} s
            {path === null ? ' · in your downloads' : ''}
          </p>
          {leftOut.length > 0 && <p className="ui-outcome-text">{saysLeftOut(leftOut, labels)}</p>}
        </div>
      </div>
      {diagnostics.length > 0 && (
        <ul className="ui-outcome-list" aria-label="To know about this export">
          {diagnostics.map((diagnostic, i) => (
            <li key={i}>
              {diagnostic.slide === undefined ? '' : `Slide ${labels[diagnostic.slide - 1] ?? ''}: `}
              {diagnostic.message}
            </li>
          ))}
        </ul>
      )}
      <div className="ui-dialog-foot">
        <Button className="ui-button" onPress={onAgain}>
          Export again
        </Button>
        <Button className="ui-button ui-button-primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

interface ExportFailureProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ExportFailure({ failure, onAgain, onClose }: ExportFailureProps): ReactElement {
  return (
    <div className="ui-outcome">
      <div className="ui-outcome-head" role="alert">
        <CircleX aria-hidden className="ui-bad" />
        <div>
          <p className="ui-outcome-title">{failure.message}</p>
          <p className="ui-outcome-text">{failure.wayOut}</p>
        </div>
      </div>
      <div className="ui-dialog-foot">
        <Button className="ui-button" onPress={onClose}>
          Close
        </Button>
        <Button className="ui-button ui-button-primary" onPress={onAgain}>
          Try again
        </Button>
      </div>
    </div>
  );
}
