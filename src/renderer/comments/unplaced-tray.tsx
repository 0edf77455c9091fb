import { ChevronRight } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { annotations } from '../../core/annotations/annotation-field.ts';
import { annotationKind, annotationText, kindName } from '../../core/annotations/annotation-kind.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { type UnplacedGroup, unplacedGroups } from '../../core/annotations/unplaced.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { headingIn } from '../../core/deck/summary.ts';
import type { SessionSnapshot } from '../workspace/deck-session.ts';
import { useDeck } from '../workspace/use-session.ts';
import { useCommentDesk, useCommentRefusal } from './use-comments.tsx';

/** More of one slide are not shown one by one. */
const mostRows = 20;

/** What waits for its slide, by the slide that it was on: to be put on the slide in view, or deleted. Nothing where nothing waits. */
export function UnplacedTray(): ReactElement | null {
  const select = useMemo(() => waitingOnce(), []);
  const groups = useDeck(select);
  const [isOpen, setOpen] = useState(false);
  const count = groups.reduce((sum, group) => sum + group.annotations.length, 0);
  if (count === 0) return null;
  return (
    <Disclosure className="ui-unplaced" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={2} className="ui-unplaced-head">
        <Button slot="trigger" className="ui-unplaced-trigger">
          <ChevronRight aria-hidden />
          Unplaced
          <span className="ui-unplaced-count">{count.toLocaleString('en')}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="ui-unplaced-panel">
        <p className="ui-unplaced-why">Their slide is not in the deck. They come back with it.</p>
        {groups.map((group) => (
          <Waiting key={group.id} group={group} />
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** A selector that looks again only when annotations or slides did change. */
function waitingOnce(): (snapshot: SessionSnapshot) => readonly UnplacedGroup[] {
  let known: { readonly from: readonly unknown[]; readonly groups: readonly UnplacedGroup[] } | null = null;
  return ({ state }) => {
    const from = [annotations(state), slideIndex(state).outline];
    if (known === null || from.some((part, i) => part !== known?.from[i]))
      known = { from, groups: unplacedGroups(state) };
    return known.groups;
  };
}

function Waiting({ group: { slide, annotations: waiting } }: { readonly group: UnplacedGroup }): ReactElement {
  const desk = useCommentDesk();
  const canWrite = useCommentRefusal() === null;
  const title = headingIn(slide?.text ?? '').text;
  const place = slide?.number === undefined ? 'A slide' : `Was slide ${slide.number}`;
  const ids = waiting.map(({ id }) => id);
  const shown = waiting.slice(0, mostRows);
  return (
    <section className="ui-unplaced-group" aria-label={`${place} ${title}`}>
      <h3 className="ui-unplaced-slide" dir="auto">
        {place}
        {title === '' ? '' : `: ${title}`}
      </h3>
      <ul className="ui-unplaced-list">
        {shown.map((each) => (
          <li key={each.id} className="ui-unplaced-row">
            <span className="ui-unplaced-text" dir="auto">
              {words(each)}
            </span>
            {canWrite && waiting.length > 1 && (
              <Choices
                what={words(each)}
                onPlace={() => desk.place([each.id])}
                onDelete={() => desk.discard([each.id])}
              />
            )}
          </li>
        ))}
      </ul>
      {waiting.length > shown.length && (
        <p className="ui-unplaced-more">and {(waiting.length - shown.length).toLocaleString('en')} more</p>
      )}
      {canWrite && (
        <Choices
          what={waiting.length === 1 ? words(waiting[0]) : `all ${waiting.length}`}
          all={waiting.length > 1}
          onPlace={() => desk.place(ids)}
          onDelete={() => desk.discard(ids)}
        />
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly what: string;
  readonly all?: boolean;
  readonly onPlace: () => void;
  readonly onDelete: () => void;
}

function Choices({ what, all = false, onPlace, onDelete }: ChoicesProps): ReactElement {
  return (
    <span className="ui-unplaced-choices" data-all={all || undefined}>
      <Button className="ui-link" aria-label={`Put on this slide: ${what}`} onPress={onPlace}>
        {all ? 'Put all on this slide' : 'Put on this slide'}
      </Button>
      <Button className="ui-link" aria-label={`Delete: ${what}`} onPress={onDelete}>
        {all ? 'Delete all' : 'Delete'}
      </Button>
    </span>
  );
}

function words(annotation: Annotation | undefined): string {
  if (annotation === undefined) return '';
  const [kind, text] = [kindName(annotationKind(annotation)), annotationText(annotation)];
  const who = annotation.kind === 'foreign' || annotation.creator === '' ? '' : ` by ${annotation.creator}`;
  return text === '' ? `${kind}${who}` : `${kind}${who}: ${text}`;
}
