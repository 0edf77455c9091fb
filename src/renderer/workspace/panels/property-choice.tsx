import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Checkbox, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { SharedValue } from './properties-panel.tsx';
import type { ChoiceField, FlagField, PropertyField } from './property-fields.ts';

interface PropertyProps<F extends PropertyField> {
  readonly field: F;
  readonly shared: SharedValue;
  /** `null` takes the attribute away. */
  readonly onSet: (field: PropertyField, value: string | null) => void;
}

/** Stands for the attribute's absence: a list has no empty keys. */
const unset = 'unset';

/** An attribute with one of a few values. */
export function ChoiceProperty({ field, shared, onSet }: PropertyProps<ChoiceField>): ReactElement {
  const value = shared.mixed ? null : (shared.value ?? '');
  // A value that the form has no name for is shown as it is.
  const strange = value !== null && !field.choices.some((choice) => choice.value === value);
  const choices = strange ? [...field.choices, { value, label: value }] : field.choices;
  return (
    <Select
      className="ui-property"
      placeholder="Mixed"
      value={value === null ? null : value || unset}
      onChange={(key) => key !== null && onSet(field, key === unset ? null : String(key))}
    >
      <Label className="ui-property-label">{field.label}</Label>
      <Button className="ui-input ui-select">
        <SelectValue className="ui-select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="ui-popover ui-select-popover">
        <ListBox className="ui-menu">
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value || unset}
              className="ui-menu-item"
              textValue={choice.label}
            >
              {({ isSelected }) => (
                <>
                  {choice.label} {isSelected && <Check aria-hidden className="ui-select-tick" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** An attribute that is there or not. */
export function FlagProperty({ field, shared, onSet }: PropertyProps<FlagField>): ReactElement {
  return (
    <Checkbox
      className="ui-tick ui-property-flag"
      isSelected={!shared.mixed && shared.value !== null}
      isIndeterminate={shared.mixed}
      onChange={(selected) => onSet(field, selected ? '' : null)}
    >
      <span className="ui-tick-box" aria-hidden />
      {field.label}
    </Checkbox>
  );
}
