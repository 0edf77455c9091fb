import { type ReactElement, useEffect, useRef } from 'react';
import { FieldError, Input, Label, Radio, RadioGroup, Text, TextField } from 'react-aria-components';
import { readSlideRanges } from '../slide-ranges.ts';

/** Which slides: all, those that are selected, or those that were written down. */
export interface SlideScope {
  readonly kind: 'all' | 'selected' | 'range';
  /** As it was written. */
  readonly range: string;
}

/** What a scope comes to: slide numbers, `null` for all; or what is wrong with what was written. */
export function readScope(
  { kind, range }: SlideScope,
  labels: readonly string[],
  selected: readonly number[],
): { readonly slides: readonly number[] | null } | { readonly problem: string } {
  if (kind === 'all') return { slides: null };
  if (kind === 'selected') return { slides: selected };
  const read = readSlideRanges(range, labels);
  return 'problem' in read ? read : { slides: read.numbers };
}

interface SlideChoiceProps {
  readonly scope: SlideScope;
  readonly onChange: (scope: SlideScope) => void;
  /** What people call the deck's slides, in file order. */
  readonly labels: readonly string[];
  /** Numbers of the selected slides. */
  readonly selected: readonly number[];
  /** How many there are of all. */
  readonly count: number;
  readonly problem: string | null;
}

export function SlideChoice({ scope, onChange, labels, selected, count, problem }: SlideChoiceProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  // Whoever chooses some slides wants to say which.
  useEffect(() => {
    if (scope.kind !== 'range') return;
    field.current?.focus();
    field.current?.select();
  }, [scope.kind]);

  return (
    <div className="ui-export-slides">
      <RadioGroup
        className="ui-radios"
        value={scope.kind}
        onChange={(kind) => onChange({ ...scope, kind: kind as SlideScope['kind'] })}
      >
        <Label className="ui-label">Slides</Label>
        <Radio value="all" className="ui-radio">
          {count === 1 ? 'All slides (1)' : `All ${count} slides`}
        </Radio>
        <Radio value="selected" className="ui-radio">
          {selected.length === 1
            ? `This slide (${labels[(selected[0] ?? 0) - 1] ?? ''})`
            : `The ${selected.length} selected slides`}
        </Radio>
        <Radio value="range" className="ui-radio">
          Some slides
        </Radio>
      </RadioGroup>
      {scope.kind === 'range' && (
        <TextField
          className="ui-field"
          value={scope.range}
          onChange={(range) => onChange({ ...scope, range })}
          isInvalid={problem !== null}
          validationBehavior="aria"
        >
          <Label className="ui-visually-hidden">Slide numbers</Label>
          <Input ref={field} className="ui-input" />
          {problem === null && (
            <Text slot="description" className="ui-field-help">
              Numbers as at the foot of the slides, such as 1-4, 6.1.
            </Text>
          )}
          <FieldError className="ui-field-error">{problem}</FieldError>
        </TextField>
      )}
    </div>
  );
}
