import { CornerDownRight, History, Undo2 } from 'lucide-react';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { stepNames } from '../../../core/deck/step-names.ts';
import { useSay } from '../announcer.tsx';
import { useScale } from '../use-rem.ts';
import { useDeck, useSession } from '../use-session.ts';
import { type HistoryPoint, historyPoints } from './history-steps.ts';

/** In CSS pixels at the usual size. */
const usual = { rowHeight: 32, padding: 6 };

/** Every step since the deck was opened, by name; choosing one goes there. */
export function HistoryPanel(): ReactElement {
  const session = useSession();
  const say = useSay();
  const names = useDeck(({ state }) => stepNames(state));
  const points = useMemo(() => historyPoints(names), [names]);
  const present = names.done.length;
  const list = useRef<HTMLDivElement>(null);
  const scale = useScale();
  const layoutOptions = useMemo(
    () => ({ rowHeight: usual.rowHeight * scale, padding: usual.padding * scale, gap: 0 }),
    [scale],
  );

  // What was just done stands at the top of what can be taken back: it is to be seen.
  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const top = layoutOptions.padding + names.undone.length * layoutOptions.rowHeight;
    if (top < box.scrollTop || top + layoutOptions.rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top - layoutOptions.rowHeight;
  }, [names, layoutOptions]);

  const goTo = (steps: number): void => {
    const target = points.find((point) => point.steps === steps);
    if (target === undefined || steps === present) return;
    session.travel(steps - present);
    const many = Math.abs(steps - present);
    say(`${many === 1 ? 'One step' : `${many} steps`} ${steps < present ? 'undone' : 'done again'}`);
  };

  return (
    <section className="ui-history" aria-label="History">
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <ListBox
          ref={list}
          className="ui-history-list"
          aria-label="Steps, the newest first"
          items={points}
          selectionMode="single"
          selectedKeys={[present]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) goTo(Number(key));
          }}
          dependencies={[points]}
        >
          {(point) => <HistoryRow point={point} />}
        </ListBox>
      </Virtualizer>
      {points.length === 1 && (
        <p className="ui-history-empty">
          Nothing was changed yet. Typing, moving slides, drawing: each step will stand here, and can be gone back to.
        </p>
      )}
    </section>
  );
}

const icons = { done: CornerDownRight, present: History, undone: Undo2 } as const;

function HistoryRow({ point }: { readonly point: HistoryPoint }): ReactElement {
  const Icon = point.steps === 0 && point.standing === 'done' ? History : icons[point.standing];
  return (
    <ListBoxItem id={point.steps} textValue={point.name} className="ui-history-step" data-standing={point.standing}>
      <Icon aria-hidden />
      <span className="ui-history-name">{point.name}</span>
      {point.standing === 'present' && <span className="ui-history-mark">Now</span>}
      {point.standing === 'undone' && <span className="ui-visually-hidden">undone</span>}
    </ListBoxItem>
  );
}
