import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Checkbox, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { ExportOptions } from '../../../core/export/options.ts';
import type { OptionField } from './option-table.ts';

interface OptionFieldsProps {
  readonly fields: readonly OptionField[];
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** The options of a format: first those with a few choices, then what is there or not. */
export function OptionFields({ fields, onChange }: OptionFieldsProps): ReactElement {
  const choices = fields.filter((field) => field.kind === 'choice');
  const ticks = fields.filter((field) => field.kind === 'tick');
  return (
    <>
      {choices.length > 0 && (
        <div className="ui-export-choices">
          {choices.map((field) => (
            <ChoiceField key={field.label} field={field} onChange={onChange} />
          ))}
        </div>
      )}
      {ticks.length > 0 && (
        <div className="ui-export-ticks">
          {ticks.map(({ label, ticked, change }) => (
            <Checkbox key={label} className="ui-tick" isSelected={ticked} onChange={(is) => onChange(change(is))}>
              <span className="ui-tick-box" aria-hidden />
              {label}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}

interface ChoiceFieldProps {
  readonly field: Extract<OptionField, { kind: 'choice' }>;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

function ChoiceField({ field, onChange }: ChoiceFieldProps): ReactElement {
  return (
    <Select
      className="ui-export-choice"
      value={field.chosen}
      onChange={(key) => onChange(field.choices.find(({ id }) => id === key)?.change ?? {})}
    >
      <Label className="ui-label">{field.label}</Label>
      <Button className="ui-input ui-select">
        <SelectValue className="ui-select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="ui-popover ui-select-popover">
        <ListBox className="ui-menu">
          {field.choices.map(({ id, label }) => (
            <ListBoxItem key={id} id={id} className="ui-menu-item" textValue={label}>
              {({ isSelected }) => (
                <>
                  {label} {isSelected && <Check aria-hidden className="ui-select-tick" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
