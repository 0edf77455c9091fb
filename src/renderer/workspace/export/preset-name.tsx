import { Star } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';

interface PresetNameProps {
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
}

/** Keeps the options under a name of the user’s. */
export function PresetName({ taken, onName }: PresetNameProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <Button className="ui-button ui-export-keep" onPress={() => setTyped('')}>
        <Star aria-hidden />
        Keep this as a preset
      </Button>
    );
  }
  const name = typed.trim();
  const problem = taken.includes(name) ? 'There is a preset of this name.' : null;
  const keep = (): void => {
    if (name === '' || problem !== null) return;
    onName(name);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      // It is not the export that is wanted.
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <TextField
      className="ui-export-name"
      value={typed}
      onChange={setTyped}
      isInvalid={problem !== null}
      validationBehavior="aria"
      maxLength={60}
    >
      <Label className="ui-label">Name of the preset</Label>
      <div className="ui-export-name-line">
        <Input className="ui-input" autoFocus autoComplete="off" dir="auto" onKeyDown={onKeyDown} />
        <Button className="ui-button ui-button-quiet-edge" isDisabled={name === '' || problem !== null} onPress={keep}>
          Keep
        </Button>
      </div>
      <FieldError className="ui-field-error">{problem}</FieldError>
    </TextField>
  );
}
