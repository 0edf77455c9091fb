import { ChevronDown } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  TextField as Field,
} from 'react-aria-components';
import type { SharedValue } from './properties-panel.tsx';
import { type PropertyField, readTyped, type TextField } from './property-fields.ts';

interface TextPropertyProps {
  readonly field: TextField;
  readonly shared: SharedValue;
  /** Paths of the pictures beside the deck. */
  readonly pictures: readonly string[];
  /** `null` takes the attribute away. */
  readonly onSet: (field: PropertyField, value: string | null) => void;
}

/** An attribute that is written. What was typed is set when the field is left, or on Enter: one undo step; Escape forgets it. */
export function TextProperty({ field, shared, pictures, onSet }: TextPropertyProps): ReactElement {
  const written = shared.mixed ? null : shared.value;
  const shown = written === null ? '' : (field.show?.(written) ?? written);
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (typed: string): void => {
    if (typed === shown) {
      setDraft(null);
      setRefusal(null);
      return;
    }
    const read = readTyped(field, typed);
    if ('refusal' in read) {
      setRefusal(read.refusal);
      return;
    }
    setDraft(null);
    setRefusal(null);
    if (read.value === '' ? written !== null || shared.mixed : read.value !== written)
      onSet(field, read.value === '' ? null : read.value);
  };
  const commit = (): void => {
    if (draft !== null) set(draft);
  };
  const forget = (): void => {
    setDraft(null);
    setRefusal(null);
  };
  useLeave(commit);
  const common = {
    className: 'ui-property',
    isInvalid: refusal !== null,
    validationBehavior: 'aria' as const,
    onBlur: commit,
  };
  const label = <Label className="ui-property-label">{field.label}</Label>;
  const placeholder = shared.mixed ? 'Mixed' : (field.placeholder ?? '');
  const below = (
    <>
      {field.help !== undefined && refusal === null && (
        <Text slot="description" className="ui-field-help">
          {field.help}
        </Text>
      )}
      <FieldError className="ui-field-error">{refusal}</FieldError>
    </>
  );
  const suggestions = field.suggestions === 'pictures' ? pictures : field.suggestions;
  if (suggestions !== undefined) {
    return (
      <ComboBox
        {...common}
        allowsCustomValue
        menuTrigger="manual"
        allowsEmptyCollection={false}
        items={suggestions.map((id) => ({ id }))}
        // Every suggestion is offered, whatever stands in the field.
        defaultFilter={() => true}
        inputValue={draft ?? shown}
        onInputChange={(value) => value !== (draft ?? shown) && setDraft(value)}
        value={null}
        onChange={(key) => key !== null && set(String(key))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') forget();
        }}
      >
        {label}
        <div className="ui-combo">
          <Input className="ui-input" placeholder={placeholder} />
          <Button className="ui-combo-button">
            <ChevronDown aria-hidden />
          </Button>
        </div>
        {below}
        <Popover className="ui-popover ui-select-popover">
          <ListBox className="ui-menu" items={suggestions.map((id) => ({ id }))}>
            {({ id }) => (
              <ListBoxItem id={id} className="ui-menu-item" textValue={id}>
                {id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    );
  }
  return (
    <Field
      {...common}
      value={draft ?? shown}
      onChange={setDraft}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') forget();
        else event.continuePropagation();
      }}
    >
      {label}
      <div className="ui-combo">
        <Input className="ui-input" placeholder={placeholder} />
        {field.kind === 'colour' && <Swatch colour={written ?? ''} label={field.label} onChoose={set} />}
      </div>
      {below}
    </Field>
  );
}

interface SwatchProps {
  readonly colour: string;
  readonly label: string;
  readonly onChoose: (colour: string) => void;
}

/** The colour as it looks; the browser's own way to choose one. It is set when the choice is made, not on the way there. */
function Swatch({ colour, label, onChoose }: SwatchProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const element = input.current;
    const onChange = (): void => choose.current(element?.value ?? '');
    // React's onChange is the browser's `input`, which comes with every move of the pointer.
    element?.addEventListener('change', onChange);
    return () => element?.removeEventListener('change', onChange);
  }, []);
  useEffect(() => {
    if (input.current !== null) input.current.value = asHex(colour);
  }, [colour]);
  return (
    <input ref={input} type="color" className="ui-swatch" aria-label={`Choose: ${label}`} data-set={colour !== ''} />
  );
}

/** A CSS colour as `#rrggbb`; black for what is none. */
function asHex(colour: string): string {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return '#000000';
  context.fillStyle = colour;
  return /^#[0-9a-f]{6}$/i.test(context.fillStyle) ? context.fillStyle : '#000000';
}

/** Runs the latest `leave` when the component goes: a key that shows another panel takes no focus from the field first. */
function useLeave(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
