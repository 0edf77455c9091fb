import type { EditorState } from '@codemirror/state';
import { type ReactElement, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import type { MergeConflict } from '../../../core/deck/merge.ts';
import type { Resolution } from '../../../core/deck/merged-text.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import { labelAt } from './difference-rows.ts';
import { TextDifference } from './text-difference.tsx';
import { FittedVersion } from './version-picture.tsx';

interface MergeQuestionProps {
  readonly number: number;
  readonly conflict: MergeConflict;
  readonly mine: EditorState;
  readonly theirs: EditorState;
  readonly assets: string;
  /** `null` until somebody chose. */
  readonly answer: Resolution | null;
  readonly onAnswer: (answer: Resolution) => void;
}

/** One place that both changed: what it is with each, and the choice. */
export function MergeQuestion(props: MergeQuestionProps): ReactElement {
  const { number, conflict, mine, theirs, assets, answer, onAnswer } = props;
  const isSlide = conflict.part === 'slide';
  const places = useMemo(
    () => ({ mine: placeOf(mine, conflict.mine), theirs: placeOf(theirs, conflict.theirs) }),
    [mine, theirs, conflict],
  );
  const title = isSlide ? titleOf(mine, places.mine) || titleOf(theirs, places.theirs) : 'Front matter';
  const [written, setWritten] = useState(conflict.mine ?? conflict.theirs ?? '');
  const choice = answer === null ? null : typeof answer === 'object' ? 'edit' : answer;
  const heading = isSlide ? `${number}. ${title || 'A slide'}` : `${number}. Front matter`;
  const side = (who: string, text: string | null, deck: EditorState, place: number | null): string =>
    !isSlide
      ? who
      : text === null
        ? `${who}: taken away`
        : place === null
          ? who
          : `${who}: slide ${labelAt(deck, place)}`;
  return (
    <section className="ui-merge-question" aria-label={heading}>
      <h3 className="ui-merge-title">{heading}</h3>
      <div className="ui-difference-sides">
        <h4 className="ui-difference-side">{side('Mine', conflict.mine, mine, places.mine)}</h4>
        <h4 className="ui-difference-side">{side('Theirs', conflict.theirs, theirs, places.theirs)}</h4>
        {isSlide && <FittedVersion deck={mine} place={places.mine} assets={assets} />}
        {isSlide && <FittedVersion deck={theirs} place={places.theirs} assets={assets} />}
      </div>
      <TextDifference
        old={conflict.mine ?? ''}
        now={conflict.theirs ?? ''}
        oldName={`Text of mine, ${heading}`}
        nowName={`Text of theirs, ${heading}`}
      />
      <RadioGroup
        className="ui-merge-choice"
        orientation="horizontal"
        value={choice}
        onChange={(value) => onAnswer(value === 'edit' ? { text: written } : (value as 'mine' | 'theirs' | 'both'))}
      >
        <Label className="ui-label">Keep</Label>
        <Radio className="ui-radio" value="mine">
          {conflict.mine === null ? 'Mine: without it' : 'Mine'}
        </Radio>
        <Radio className="ui-radio" value="theirs">
          {conflict.theirs === null ? 'Theirs: without it' : 'Theirs'}
        </Radio>
        {isSlide && conflict.mine !== null && conflict.theirs !== null && (
          <Radio className="ui-radio" value="both">
            Both, theirs after mine
          </Radio>
        )}
        <Radio className="ui-radio" value="edit">
          Write it
        </Radio>
      </RadioGroup>
      {choice === 'edit' && (
        <TextField
          className="ui-merge-text"
          value={written}
          onChange={(text) => {
            setWritten(text);
            onAnswer({ text });
          }}
        >
          <Label className="ui-visually-hidden">{`Text for ${heading}`}</Label>
          <TextArea className="ui-input" rows={Math.min(16, written.split('\n').length + 1)} />
        </TextField>
      )}
    </section>
  );
}

/** The place of the slide with this text; `null` where there is none. */
function placeOf(deck: EditorState, body: string | null): number | null {
  if (body === null) return null;
  const place = slideIndex(deck).slides.findIndex((slide) => slideBody(deck, slide).replaceAll('\r', '') === body);
  return place === -1 ? null : place;
}

function titleOf(deck: EditorState, place: number | null): string {
  const slide = slideIndex(deck).slides[place ?? -1];
  return slide === undefined ? '' : slideTitle(deck, slide);
}
