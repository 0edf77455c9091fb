import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { DialogBox } from '../dialog.tsx';

interface NameDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  /** The name to start from, without `.md`. */
  readonly name: string;
  readonly help: string;
  /** Does it; what it rejects with is shown at the field. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks for a deck's file name, and stays until the name is taken. */
export function NameDialog({ title, action, name, help, onName, onClose, children }: NameDialogProps): ReactElement {
  const [wanted, setWanted] = useState(name);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const problem = failure === null ? null : `${failure.message} ${failure.wayOut}`;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (wanted.trim() === '') return;
    setBusy(true);
    try {
      await onName(wanted.trim());
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  };
  return (
    <DialogBox title={title} isOpen onClose={onClose}>
      <Form className="ui-form" onSubmit={(event) => void submit(event)}>
        <TextField
          autoFocus
          value={wanted}
          onChange={(value) => {
            setWanted(value);
            setFailure(null);
          }}
          isInvalid={problem !== null}
          validationBehavior="aria"
          maxLength={200}
        >
          <Label className="ui-label">Name</Label>
          <Input className="ui-input" onFocus={(event) => event.currentTarget.select()} />
          {problem === null && (
            <Text slot="description" className="ui-field-help">
              {help}
            </Text>
          )}
          <FieldError className="ui-field-error">{problem}</FieldError>
        </TextField>
        {children}
        <div className="ui-dialog-foot">
          <Button className="ui-button ui-button-quiet-edge" onPress={onClose}>
            Cancel
          </Button>
          <Button className="ui-button ui-button-primary" type="submit" isDisabled={busy || wanted.trim() === ''}>
            {action}
          </Button>
        </div>
      </Form>
    </DialogBox>
  );
}
