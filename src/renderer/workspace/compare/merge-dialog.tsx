import { type ReactElement, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createDeck } from '../../../core/deck/deck-state.ts';
import { heldMovesWords, type MergePlan } from '../../../core/deck/merge.ts';
import { mergedText, type Resolution } from '../../../core/deck/merged-text.ts';
import type { OpenMerge } from '../saving/autosave.ts';
import { FullDialog } from './full-dialog.tsx';
import { MergeQuestion } from './merge-question.tsx';

interface MergeDialogProps {
  readonly merge: OpenMerge;
  readonly assets: string;
  /** The merge is decided: this is the deck now. */
  readonly onMerged: (text: string) => void;
  readonly onClose: () => void;
}

/** What both sides changed in the same place, to be decided one by one. */
export function MergeDialog({ merge, assets, onMerged, onClose }: MergeDialogProps): ReactElement {
  const { plan, fresh } = merge;
  const { conflicts } = plan;
  const theirs = useMemo(() => createDeck(fresh.text), [fresh.text]);
  const [answers, setAnswers] = useState<ReadonlyMap<number, Resolution>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const open = conflicts.length - answers.size;

  const answerAll = (resolution: Resolution): void => setAnswers(new Map(conflicts.map((_, i) => [i, resolution])));
  const finish = (): void => {
    const text = mergedText(
      plan,
      conflicts.map((_, i) => answers.get(i) ?? 'mine'),
    );
    if (text === null)
      setProblem(
        conflicts.length === 0
          ? 'The two texts cannot be laid out as slides together. Close this, and keep one of them.'
          : 'A text that you wrote is more than one slide, or leaves a block open. Change it, or choose one side.',
      );
    else onMerged(text);
  };

  return (
    <FullDialog
      title="Merge with the file on disk"
      status={mergeStatus(plan, open)}
      onClose={onClose}
      tools={
        conflicts.length > 1 && (
          <>
            <Button className="ui-button" onPress={() => answerAll('mine')}>
              Mine for all
            </Button>
            <Button className="ui-button" onPress={() => answerAll('theirs')}>
              Theirs for all
            </Button>
          </>
        )
      }
    >
      <div className="ui-merge">
        {conflicts.map((conflict, i) => (
          <MergeQuestion
            // The list never changes while the dialog is open.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            number={i + 1}
            conflict={conflict}
            mine={plan.mine}
            theirs={theirs}
            assets={assets}
            answer={answers.get(i) ?? null}
            onAnswer={(answer) => {
              setProblem(null);
              setAnswers(new Map(answers).set(i, answer));
            }}
          />
        ))}
        {conflicts.length === 0 && (
          <p className="ui-merge-note">
            Both changed the deck so that its slides cannot be laid out together. Keep yours, or take theirs.
          </p>
        )}
      </div>
      <div className="ui-merge-foot">
        <p role="alert" className="ui-merge-problem">
          {problem}
        </p>
        <Button className="ui-button" onPress={onClose}>
          Not now
        </Button>
        <Button
          className="ui-button ui-button-primary"
          isDisabled={open > 0 || conflicts.length === 0}
          onPress={finish}
        >
          Merge and save
        </Button>
      </div>
    </FullDialog>
  );
}

function mergeStatus({ conflicts, taken, heldMoves }: MergePlan, open: number): string {
  const many =
    conflicts.length === 1 ? 'One place was changed by both' : `${conflicts.length} places were changed by both`;
  return [
    `${many}${open === 0 ? '' : `, ${open} to decide`}`,
    ...(taken === 0 ? [] : [`${taken === 1 ? 'one more change' : `${taken} more changes`} of theirs taken`]),
    ...(heldMoves === 0 ? [] : [heldMovesWords(heldMoves)]),
  ].join(' · ');
}
