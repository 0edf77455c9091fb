import { CircleCheck, CircleX, ExternalLink, FolderOpen } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { ExportOutcome, ExportProgress as Progress } from '../../../contract/schemas/export.ts';
import { formatOf } from '../../../core/export/formats.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { fileSize } from '../file-size.ts';
import { saysLeftOut } from './left-out.ts';

interface ExportWorkProps {
  readonly progress: Progress | null;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** How far an export is, and a way to stop it. */
export function ExportWork({ progress, isStopping, onStop }: ExportWorkProps): ReactElement {
  const { done, total } = progress ?? { done: 0, total: 0 };
  // Where nothing is counted the bar only says that work goes on.
  const isCounted = done > 0 && total > 0;
  return (
    <div className="ui-outcome">
      <ProgressBar
        className="ui-export-progress"
        value={isCounted ? (done / total) * 100 : 0}
        isIndeterminate={!isCounted}
        valueLabel={isCounted ? `${done} of ${total} slides` : ''}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="ui-export-progress-words">
              <Label>{isStopping ? 'Stopping…' : saysProgress(progress)}</Label>
              <span>{valueText}</span>
            </div>
            <div className="ui-export-bar">
              <div
                className={percentage === undefined ? 'ui-export-bar-busy' : undefined}
                style={percentage === undefined ? undefined : { width: `${percentage}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      <div className="ui-dialog-foot">
        <Button className="ui-button ui-button-quiet-edge" isDisabled={isStopping} onPress={onStop}>
          Stop
        </Button>
      </div>
    </div>
  );
}

function saysProgress(progress: Progress | null): string {
  if (progress === null) return 'Starting…';
  const { phase, total } = progress;
  const slides = total === 0 ? 'the slides' : total === 1 ? 'the slide' : `${total} slides`;
  return { layout: `Laying out ${slides}…`, print: `Printing ${slides}…`, write: 'Finishing the file…' }[phase];
}

interface ExportResultProps {
  readonly client: HostClient;
  readonly job: string;
  readonly result: Extract<ExportOutcome, { outcome: 'exported' }>;
  /** What people call the deck's slides, in file order. */
  readonly labels: readonly string[];
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What came of an export: where the file is, how large, and what should be known about it. */
export function ExportResult(props: ExportResultProps): ReactElement {
  const { client, job, result, labels, onAgain, onClose } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { name, pages, bytes, seconds, path, diagnostics } = result;
  const show = async (how: 'open' | 'reveal'): Promise<void> => {
    setProblem(null);
    try {
      await client.call('export.show', { job, how });
    } catch (error) {
      const { message, wayOut } = asFailure(error);
      setProblem(`${message} ${wayOut}`);
    }
  };
  const leftOut = result.leftOut.filter(({ reason }) => reason === 'hidden');
  return (
    <div className="ui-outcome">
      <div className="ui-outcome-head" role="status">
        <CircleCheck aria-hidden className="ui-good" />
        <div>
          <p className="ui-outcome-title">{path ?? name}</p>
          <p className="ui-outcome-text">
            {counted(pages, formatOf(name) === 'pdf' ? 'page' : 'slide')} · {fileSize(bytes)} · {seconds.toFixed(1)} s
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
      {problem !== null && (
        <p role="alert" className="ui-field-error">
          {problem}
        </p>
      )}
      <div className="ui-dialog-foot">
        {path !== null && (
          <>
            <Button className="ui-button ui-button-quiet-edge" onPress={() => void show('open')}>
              <ExternalLink aria-hidden />
              Open
            </Button>
            <Button className="ui-button ui-button-quiet-edge" onPress={() => void show('reveal')}>
              <FolderOpen aria-hidden />
              Show in folder
            </Button>
          </>
        )}
        <Button className="ui-button ui-button-quiet-edge" onPress={onAgain}>
          Export again
        </Button>
        <Button className="ui-button ui-button-primary" autoFocus onPress={onClose}>
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
        <Button className="ui-button ui-button-quiet-edge" onPress={onClose}>
          Close
        </Button>
        <Button className="ui-button ui-button-primary" autoFocus onPress={onAgain}>
          Try again
        </Button>
      </div>
    </div>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
