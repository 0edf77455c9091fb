import { CircleCheck } from 'lucide-react';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import {
  GridList,
  GridListHeader,
  GridListSection,
  ListLayout,
  ToggleButton,
  ToggleButtonGroup,
  Virtualizer,
} from 'react-aria-components';
import type { Problem } from '../../../core/checks/problem.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import { useSay } from '../announcer.tsx';
import { Message } from '../message.tsx';
import { useDeck, useSession } from '../use-session.ts';
import type { Severity } from './deck-checks.ts';
import { ProblemRow } from './problem-row.tsx';
import { type ProblemGroup, problemGroups } from './problem-groups.ts';
import { useChecks, useDeckChecks } from './use-checks.tsx';

type Filter = Severity | 'all';

const filters: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'error', label: 'Errors' },
  { id: 'warning', label: 'Warnings' },
  { id: 'hint', label: 'Hints' },
];

const layoutOptions = { estimatedRowHeight: 60, estimatedHeadingHeight: 28, padding: 4 };

/** What is wrong with the deck, slide by slide: to go to, and to mend. */
export function ChecksPanel({ onShow }: { readonly onShow: (problem: Problem) => void }): ReactElement {
  const session = useSession();
  const say = useSay();
  const checks = useDeckChecks();
  const { problems, isComplete } = useChecks();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = useMemo(
    () => (filter === 'all' ? problems : problems.filter(({ severity }) => severity === filter)),
    [problems, filter],
  );
  const groups = useMemo(() => problemGroups(shown), [shown]);
  const slides = useDeck(({ state }) => slideIndex(state).slides.length);
  const list = useRef<HTMLDivElement>(null);
  /** The place of the row whose button had the focus when its problem was mended. */
  const mended = useRef<number | null>(null);

  const mend = (problem: Problem): void => {
    if (problem.mend === null) return;
    mended.current = shown.indexOf(problem);
    if (session.run(problem.mend.command)) say(`Mended: ${problem.mend.label}. Undo takes it back.`);
    else say('The slide has changed: it is checked again.');
    checks.refresh();
  };
  // The row is gone, and the focus with it: the one that took its place gets it.
  useEffect(() => {
    const place = mended.current;
    if (place === null) return undefined;
    const frame = requestAnimationFrame(() => {
      mended.current = null;
      if (document.activeElement !== document.body && list.current?.contains(document.activeElement) !== true) return;
      const next = shown[Math.min(place, shown.length - 1)];
      const row = next === undefined ? null : document.querySelector(`[data-key="${CSS.escape(next.id)}"]`);
      if (row instanceof HTMLElement) row.focus();
      else document.querySelector<HTMLElement>('.ui-checks')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);

  if (problems.length === 0) {
    return (
      <div className="ui-checks" tabIndex={-1}>
        {isComplete ? (
          <Message
            icon={<CircleCheck aria-hidden />}
            title="Nothing to mend"
            text={`${slides === 1 ? 'The slide was' : `All ${slides.toLocaleString('en')} slides were`} checked: text, attributes, pictures and layout.`}
          />
        ) : (
          <Message busy title="Checking the deck…" />
        )}
      </div>
    );
  }
  return (
    <div className="ui-checks" tabIndex={-1}>
      <div className="ui-panel-bar">
        <ToggleButtonGroup
          className="ui-switch"
          aria-label="Show"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={([key]) => filters.forEach(({ id }) => id === key && setFilter(id))}
        >
          {filters.map(({ id, label }) => (
            <ToggleButton key={id} id={id} className="ui-switch-part">
              {label} <span className="ui-switch-count">{count(problems, id)}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          ref={list}
          className="ui-checks-list"
          aria-label="Problems"
          items={groups}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          renderEmptyState={() => <p className="ui-checks-none">None of this kind.</p>}
          onAction={(id) => {
            const problem = shown.find((one) => one.id === id);
            if (problem !== undefined) onShow(problem);
          }}
        >
          {(group) => (
            <GridListSection id={group.id} items={group.problems}>
              <GridListHeader className="ui-checks-head">
                <GroupTitle group={group} />
              </GridListHeader>
              {group.problems.map((problem) => (
                <ProblemRow key={problem.id} problem={problem} onMend={mend} />
              ))}
            </GridListSection>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}

function count(problems: readonly Problem[], filter: Filter): string {
  const found = filter === 'all' ? problems : problems.filter(({ severity }) => severity === filter);
  return found.length.toLocaleString('en');
}

function GroupTitle({ group }: { readonly group: ProblemGroup }): ReactElement {
  const title = useDeck(({ state }) => {
    const found = group.key === null ? undefined : lookUpSlide(slideIndex(state), group.key);
    return found === undefined
      ? ''
      : `${slideLabelOf(slideIndex(state), found.slide.key)} · ${slideTitle(state, found.slide) || 'untitled'}`;
  });
  return <>{group.key === null ? 'Front matter' : `Slide ${title}`}</>;
}
