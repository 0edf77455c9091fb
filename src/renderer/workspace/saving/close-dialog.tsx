import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { DialogBox } from '../dialog.tsx';
import type { DeckTab } from '../open-decks.ts';
import { closeQuestion } from './close-question.ts';
import { isAtRisk } from './save-state.ts';

interface CloseDialogProps {
  readonly tab: DeckTab;
  /** Nothing is left to save, or it is not wanted. */
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** Asks what becomes of a deck's unsaved changes before the deck is closed. */
export function CloseDialog({ tab, onLeave, onCancel }: CloseDialogProps): ReactElement {
  const { autosave, opened } = tab;
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  const [busy, setBusy] = useState(false);
  const { text, canSave } = closeQuestion(state, opened.name);
  const save = async (): Promise<void> => {
    setBusy(true);
    await autosave.saveNow();
    if (isAtRisk(autosave.state())) setBusy(false);
    else onLeave();
  };
  const leave = async (): Promise<void> => {
    setBusy(true);
    await autosave.abandon();
    onLeave();
  };
  return (
    <DialogBox title={canSave ? 'Save before closing?' : 'Close without saving?'} isOpen onClose={onCancel}>
      <div className="ui-outcome">
        <p className="ui-outcome-text" role="alert">
          {text}
        </p>
        <div className="ui-dialog-foot">
          <Button className="ui-button ui-button-quiet-edge" autoFocus={!canSave} onPress={onCancel}>
            Cancel
          </Button>
          <Button className="ui-button ui-button-quiet-edge" isDisabled={busy} onPress={() => void leave()}>
            {canSave ? 'Don’t save' : 'Close without saving'}
          </Button>
          {canSave && (
            <Button className="ui-button ui-button-primary" autoFocus isDisabled={busy} onPress={() => void save()}>
              Save
            </Button>
          )}
        </div>
      </div>
    </DialogBox>
  );
}
