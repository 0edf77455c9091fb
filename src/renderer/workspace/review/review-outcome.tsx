import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import { DialogBox } from '../dialog.tsx';
import { useSession } from '../use-session.ts';
import type { ReviewState } from './review-importer.tsx';
import { importNotes, saysImport } from './review-words.ts';

interface ReviewOutcomeProps {
  readonly state: ReviewState;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What an import of annotations did, and what should be known about it. */
export function ReviewOutcome({ state, onUndo, onClose }: ReviewOutcomeProps): ReactElement {
  return (
    <DialogBox title="Annotations from a PDF" isOpen onClose={onClose}>
      {state.kind === 'reading' ? (
        <div className="ui-outcome">
          <ProgressBar isIndeterminate aria-label={`Reading ${state.name}`}>
            <p className="ui-outcome-text">Reading {state.name}…</p>
          </ProgressBar>
        </div>
      ) : state.kind === 'failed' ? (
        <div className="ui-outcome">
          <div className="ui-outcome-head" role="alert">
            <CircleX aria-hidden className="ui-bad" />
            <div>
              <p className="ui-outcome-title">{state.failure.message}</p>
              <p className="ui-outcome-text">{state.failure.wayOut}</p>
            </div>
          </div>
          <Foot onClose={onClose} />
        </div>
      ) : (
        <Imported state={state} onUndo={onUndo} onClose={onClose} />
      )}
    </DialogBox>
  );
}

interface ImportedProps extends Omit<ReviewOutcomeProps, 'state'> {
  readonly state: Extract<ReviewState, { kind: 'done' }>;
}

function Imported({ state: { name, found }, onUndo, onClose }: ImportedProps): ReactElement {
  const index = slideIndex(useSession().state);
  const notes = importNotes(found, ({ slide }) => slideLabelOf(index, slide) ?? '');
  return (
    <div className="ui-outcome">
      <div className="ui-outcome-head" role="status">
        <CircleCheck aria-hidden className="ui-good" />
        <div>
          <p className="ui-outcome-title">{name}</p>
          <p className="ui-outcome-text">{saysImport(found)}</p>
          {found.added.length > 0 && (
            <p className="ui-outcome-text">What is new lies on a layer of that name, and can be hidden with it.</p>
          )}
        </div>
      </div>
      {notes.length > 0 && (
        <ul className="ui-outcome-list" aria-label="To know about this import">
          {notes.map((note, i) => (
            <li key={i}>{note}</li>
          ))}
        </ul>
      )}
      <Foot onClose={onClose}>
        {found.transaction !== null && (
          <Button className="ui-button" onPress={onUndo}>
            Undo
          </Button>
        )}
      </Foot>
    </div>
  );
}

function Foot({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children?: ReactElement | false;
}): ReactElement {
  return (
    <div className="ui-dialog-foot">
      {children}
      <Button className="ui-button ui-button-primary" autoFocus onPress={onClose}>
        Done
      </Button>
    </div>
  );
}
