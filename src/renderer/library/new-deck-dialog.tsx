import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import type { HostClient } from '../../contract/client.ts';
import type { Library } from '../../contract/schemas/library.ts';
import { templateText, titleFromName } from '../../core/templates/template.ts';
import { templates } from '../../core/templates/templates.ts';
import { asFailure } from '../../core/failure.ts';
import { DialogBox } from '../workspace/dialog.tsx';
import { TemplateChoice } from './template-choice.tsx';

interface NewDeckDialogProps {
  readonly client: HostClient;
  readonly isOpen: boolean;
  /** The folder that the deck goes to; `null` while it is not known. */
  readonly library: Library | null;
  readonly onClose: () => void;
  readonly onMade: (deck: string) => void;
}

/** Asks for a template and a name, and makes the deck. */
export function NewDeckDialog({ isOpen, onClose, ...rest }: NewDeckDialogProps): ReactElement {
  return (
    <DialogBox title="New deck" isOpen={isOpen} onClose={onClose}>
      <NewDeckForm {...rest} onClose={onClose} />
    </DialogBox>
  );
}

function NewDeckForm({ client, library, onClose, onMade }: Omit<NewDeckDialogProps, 'isOpen'>): ReactElement {
  const [chosen, setChosen] = useState(templates[0]?.name ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ readonly name: string; readonly message: string } | null>(null);
  const template = templates.find(({ name }) => name === chosen);
  // Until the user has a name for it, what the template is called will do.
  const name = (typed ?? freeName(template?.label ?? '', library)).trim();
  const title = typed === null ? '' : titleFromName(name);
  const problem = refused?.name === name ? refused.message : nameProblem(name, library);

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (template === undefined || problem !== null || isBusy) return;
    setBusy(true);
    try {
      const text = templateText(template, title);
      const request = { name, text, annotations: null, beside: null, folder: null, taken: 'fail' } as const;
      onMade((await client.call('deck.create', request)).deck);
    } catch (error) {
      const failure = asFailure(error);
      setRefused({ name, message: `${failure.message} ${failure.wayOut}` });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form className="ui-new-deck" onSubmit={(event) => void make(event)}>
      <TemplateChoice value={chosen} title={title} onChange={setChosen} />
      <TextField
        className="ui-new-deck-name"
        value={typed ?? name}
        onChange={setTyped}
        isInvalid={problem !== null && typed !== null}
        maxLength={200}
      >
        <Label className="ui-label">Name</Label>
        <Input
          className="ui-input"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onFocus={(event) => event.target.select()}
        />
        {problem !== null && typed !== null ? (
          <FieldError className="ui-field-error">{problem}</FieldError>
        ) : (
          <Text slot="description" className="ui-field-help">
            {library === null ? 'The title of the deck, and the name of its file' : `Goes to ${library.folder}`}
          </Text>
        )}
      </TextField>
      <div className="ui-dialog-foot">
        <Button className="ui-button ui-button-quiet-edge" onPress={onClose}>
          Cancel
        </Button>
        <Button className="ui-button ui-button-primary" type="submit" isDisabled={problem !== null || isBusy}>
          Make deck
        </Button>
      </div>
    </Form>
  );
}

/** What is wrong with a name, as far as this page can tell; the host has the last word. */
function nameProblem(name: string, library: Library | null): string | null {
  if (name === '') return 'A deck needs a name.';
  return isTaken(name, library) ? 'There is a deck of this name already.' : null;
}

function isTaken(name: string, library: Library | null): boolean {
  const file = (/\.(?:md|markdown)$/i.test(name) ? name : `${name}.md`).toLowerCase();
  return library?.decks.some((card) => card.name.toLowerCase() === file) ?? false;
}

function freeName(label: string, library: Library | null): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? label : `${label} ${number}`;
    if (!isTaken(name, library)) return name;
  }
}
