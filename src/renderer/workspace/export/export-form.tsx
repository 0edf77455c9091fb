import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import {
  Button,
  Checkbox,
  FieldError,
  Form,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from 'react-aria-components';
import { annotations } from '../../../core/annotations/annotation-field.ts';
import { slideIndex, slideNumber } from '../../../core/deck/slide-index.ts';
import { slideLabels } from '../../../core/deck/slide-label.ts';
import { isHidden } from '../../../core/deck/summary.ts';
import { defaultOptions, type ExportOptions } from '../../../core/export/options.ts';
import { readSlideRanges } from '../slide-ranges.ts';
import { useDeck } from '../use-session.ts';

interface ExportFormProps {
  readonly onExport: (options: ExportOptions) => void;
  readonly onCancel: () => void;
}

type Scope = 'all' | 'selected' | 'range';

/** Which slides to export, and what with them. */
export function ExportForm({ onExport, onCancel }: ExportFormProps): ReactElement {
  const labels = useDeck(({ state }) => slideLabels(slideIndex(state)));
  const count = labels.length;
  const hiddenCount = useDeck(({ state }) => slideIndex(state).slides.filter(isHidden).length);
  const hasInk = useDeck(({ state }) => annotations(state).some(({ kind }) => kind === 'ink'));
  const selected = useDeck((deck) => deck);
  const numbers = slideIndex(selected.state).slides.flatMap(({ key }) =>
    selected.selected.has(key) ? [slideNumber(slideIndex(selected.state), key)] : [],
  );
  const [scope, setScope] = useState<Scope>('all');
  const [range, setRange] = useState(`1-${labels.at(-1) ?? ''}`);
  const rangeField = useRef<HTMLInputElement>(null);
  const [hidden, setHidden] = useState(false);
  const [ink, setInk] = useState(true);
  const read = readSlideRanges(range, labels);
  const problem = scope === 'range' && 'problem' in read ? read.problem : null;

  // Whoever chooses some slides wants to say which.
  useEffect(() => {
    if (scope !== 'range') return;
    rangeField.current?.focus();
    rangeField.current?.select();
  }, [scope]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== null) return;
    const slides =
      scope === 'all' ? null : scope === 'selected' ? numbers : 'numbers' in read ? [...read.numbers] : null;
    onExport({ ...defaultOptions('pdf'), slides, hidden, annotations: ink ? 'flat' : 'none' });
  };

  return (
    <Form className="ui-form" onSubmit={submit}>
      <RadioGroup className="ui-radios" value={scope} onChange={(value) => setScope(value as Scope)}>
        <Label className="ui-label">Slides</Label>
        <Radio value="all" className="ui-radio">
          {allSlides(hidden ? count : count - hiddenCount)}
        </Radio>
        <Radio value="selected" className="ui-radio">
          {numbers.length === 1
            ? `This slide (${labels[(numbers[0] ?? 0) - 1] ?? ''})`
            : `The ${numbers.length} selected slides`}
        </Radio>
        <Radio value="range" className="ui-radio">
          Some slides
        </Radio>
      </RadioGroup>
      {scope === 'range' && (
        <TextField
          className="ui-field"
          value={range}
          onChange={setRange}
          isInvalid={problem !== null}
          validationBehavior="aria"
        >
          <Label className="ui-visually-hidden">Slide numbers</Label>
          <Input ref={rangeField} className="ui-input" />
          {problem === null && (
            <Text slot="description" className="ui-field-help">
              Numbers as at the foot of the slides, such as 1-4, 6.1.
            </Text>
          )}
          <FieldError className="ui-field-error">{problem}</FieldError>
        </TextField>
      )}
      {hiddenCount > 0 && (
        <Tick isSelected={hidden} onChange={setHidden}>
          With the {hiddenCount === 1 ? 'hidden slide' : `${hiddenCount} hidden slides`}
        </Tick>
      )}
      {hasInk && (
        <Tick isSelected={ink} onChange={setInk}>
          With ink
        </Tick>
      )}
      <div className="ui-dialog-foot">
        <Button className="ui-button" onPress={onCancel}>
          Cancel
        </Button>
        <Button className="ui-button ui-button-primary" type="submit" isDisabled={problem !== null}>
          Export
        </Button>
      </div>
    </Form>
  );
}

function allSlides(count: number): string {
  return count === 1 ? 'All slides (1)' : `All ${count} slides`;
}

interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: React.ReactNode;
}

function Tick({ isSelected, onChange, children }: TickProps): ReactElement {
  return (
    <Checkbox className="ui-tick" isSelected={isSelected} onChange={onChange}>
      <span className="ui-tick-box" aria-hidden />
      {children}
    </Checkbox>
  );
}
