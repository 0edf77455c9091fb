import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { DialogBox } from '../workspace/dialog.tsx';
import { useSettings } from '../workspace/settings/use-settings.tsx';

/** Asks for the name that comments are signed with. */
export function AuthorDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <DialogBox title="Your name" isOpen={isOpen} onClose={onClose}>
      <AuthorForm onClose={onClose} />
    </DialogBox>
  );
}

function AuthorForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { settings, write } = useSettings();
  const [name, setName] = useState(settings.author);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write({ author: name.trim() });
    onClose();
  };
  return (
    <Form className="ui-form" onSubmit={submit}>
      <TextField autoFocus value={name} onChange={setName} maxLength={200}>
        <Label className="ui-label">Name</Label>
        <Input className="ui-input" autoComplete="name" onFocus={(event) => event.currentTarget.select()} />
        <Text slot="description" className="ui-field-help">
          New comments, replies and drawings are signed with it. It is kept on this machine, and stands in the files of
          the decks that you annotate.
        </Text>
      </TextField>
      <div className="ui-dialog-foot">
        <Button className="ui-button ui-button-quiet-edge" onPress={onClose}>
          Cancel
        </Button>
        <Button className="ui-button ui-button-primary" type="submit">
          Keep
        </Button>
      </div>
    </Form>
  );
}
