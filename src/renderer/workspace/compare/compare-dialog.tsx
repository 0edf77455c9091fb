import { ChevronDown, ChevronUp, Equal } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { insertSlide } from '../../../core/deck/commands/insert-slide.ts';
import { takeBackSlide } from '../../../core/deck/commands/take-back-slide.ts';
import { type ComparedSlide, compareDecks, comparisonWords } from '../../../core/deck/compare.ts';
import { createDeck } from '../../../core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { useSay } from '../announcer.tsx';
import { HintedButton } from '../hinted-button.tsx';
import { isKey, isWriting } from '../keys.ts';
import { Message } from '../message.tsx';
import { useDeck, useSession } from '../use-session.ts';
import { DifferenceDetail } from './difference-detail.tsx';
import { DifferenceList } from './difference-list.tsx';
import { differenceRows, nextDifference } from './difference-rows.ts';
import { FullDialog } from './full-dialog.tsx';

/** Another version of the open deck. */
export interface OldVersion {
  /** Such as `Saved`, as it stands over its slides. */
  readonly name: string;
  readonly text: string;
}

interface CompareDialogProps {
  readonly title: string;
  readonly version: OldVersion;
  readonly assets: string;
  readonly onClose: () => void;
}

/** Another version of the deck beside the open one, slide by slide. */
export function CompareDialog({ title, version, assets, onClose }: CompareDialogProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const old = useMemo(() => createDeck(version.text), [version.text]);
  const now = useDeck(
    ({ state }) => state,
    (a, b) => a.doc === b.doc,
  );
  const comparison = useMemo(() => compareDecks(old, now), [old, now]);
  const [all, setAll] = useState(false);
  const rows = useMemo(() => differenceRows(comparison, all), [comparison, all]);
  const [chosen, setChosen] = useState<string | null>(null);
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const go = (step: 1 | -1): void => {
    const next = nextDifference(rows, row?.id ?? null, step);
    if (next !== null) setChosen(next.id);
  };
  const onKeys = (event: KeyboardEvent): void => {
    const typing = isWriting(event.target);
    const forward = isKey(event, 'F7') || (!typing && isKey(event, 'N'));
    const back = isKey(event, 'Shift+F7') || (!typing && isKey(event, 'P'));
    if (!forward && !back) return;
    event.preventDefault();
    event.stopPropagation();
    go(forward ? 1 : -1);
  };
  const takeBack = (slide: ComparedSlide): void => {
    const was = slideIndex(old).slides[slide.old ?? -1];
    if (was === undefined) return;
    const body = slideBody(old, was).replaceAll('\r', '');
    const key = slideIndex(now).slides[slide.now ?? -1]?.key;
    // A slide that is gone comes back behind the one that it stood behind.
    const above = comparison.slides.slice(0, comparison.slides.indexOf(slide)).findLast((other) => other.now !== null);
    const after = slideIndex(now).slides[above?.now ?? -1]?.key ?? null;
    const done = session.run((state) =>
      key === undefined
        ? insertSlide(state, { after, break: after === null ? 'horizontal' : was.break, body })
        : takeBackSlide(state, key, body),
    );
    say(done ? 'Taken back; Ctrl+Z undoes it' : 'That text cannot stand here as one slide');
  };
  return (
    <FullDialog
      title={title}
      status={comparisonWords(comparison)}
      onClose={onClose}
      onKeys={onKeys}
      tools={
        <>
          <Checkbox className="ui-tick" isSelected={all} onChange={setAll}>
            <span className="ui-tick-box" />
            All slides
          </Checkbox>
          <HintedButton label="Previous difference" keys="Shift+F7" onPress={() => go(-1)}>
            <ChevronUp aria-hidden />
          </HintedButton>
          <HintedButton label="Next difference" keys="F7" onPress={() => go(1)}>
            <ChevronDown aria-hidden />
          </HintedButton>
        </>
      }
    >
      {row === undefined ? (
        <Message icon={<Equal aria-hidden />} title={comparisonWords(comparison)} text="Every slide is the same." />
      ) : (
        <div className="ui-compare">
          <DifferenceList rows={rows} old={old} now={now} assets={assets} selected={row.id} onSelect={setChosen} />
          <DifferenceDetail
            key={row.id}
            row={row}
            old={old}
            now={now}
            oldName={version.name}
            assets={assets}
            onTakeBack={takeBack}
          />
        </div>
      )}
    </FullDialog>
  );
}
