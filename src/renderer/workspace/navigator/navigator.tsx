import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Button, GridList, ListLayout, Virtualizer } from 'react-aria-components';
import type { DeckLook } from '../../slide/deck-look.ts';
import { isKey, isWriting } from '../keys.ts';
import { slideCommands } from '../slide-commands.ts';
import { useDeck, useSession } from '../use-session.ts';
import { useRunSlideCommand, useSlideItems } from '../use-slide-commands.ts';
import { focusRow } from './row-focus.ts';
import { SlideRow } from './slide-row.tsx';
import { useSlideDrag } from './use-slide-drag.tsx';

/** Of a picture that is not indented, in CSS pixels. */
const pictureWidth = 160;
const gap = 10;
const padding = 10;

interface NavigatorProps {
  readonly look: DeckLook;
  readonly assets: string;
}

/** All slides as pictures, in file order: to go to, to select, to move, to hide. */
export function Navigator({ look, assets }: NavigatorProps): ReactElement {
  const session = useSession();
  const items = useSlideItems();
  const { current, selected } = useDeck(
    (deck) => deck,
    (a, b) => a.current === b.current && a.selected === b.selected,
  );
  const run = useRunSlideCommand(items);
  const dragAndDropHooks = useSlideDrag(items);
  const list = useRef<HTMLDivElement>(null);
  const rowHeight = Math.round((pictureWidth * look.height) / look.width);
  const layoutOptions = useMemo(() => ({ rowHeight, gap, padding, dropIndicatorThickness: 2 }), [rowHeight]);
  const place = items.findIndex((item) => item.id === current);

  // Rows are all of one height, so the current one can be brought into view before it is drawn.
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null || place < 0) return;
    const top = padding + place * (rowHeight + gap);
    if (top < box.scrollTop) box.scrollTop = top - padding;
    else if (top + rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top + rowHeight + padding - box.clientHeight;
  }, [place, rowHeight]);

  // Whoever opens a deck can go on with the keys: with its slides, unless the focus is somewhere by now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusRow(session.snapshot().current);
    });
    return () => cancelAnimationFrame(frame);
  }, [session]);

  const onKeys = (event: KeyboardEvent): void => {
    // Letters are commands on the slides alone: not on the button below them, nor in a menu.
    if (isWriting(event.target) || !(event.target instanceof Node && list.current?.contains(event.target))) return;
    const command = slideCommands.find(({ keys }) => keys.some((key) => isKey(event, key)));
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!run(command)) return;
    // A row that moved in the page has lost the focus on the way. A new slide is being written by then.
    requestAnimationFrame(() => {
      if (!isWriting(document.activeElement)) focusRow(session.snapshot().current);
    });
  };

  return (
    <nav className="ui-navigator" aria-label="Slides" onKeyDownCapture={onKeys}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          ref={list}
          className="ui-rows"
          aria-label="Slides of the deck"
          items={items}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          disallowTypeAhead
          selectedKeys={selected}
          onSelectionChange={(keys) => {
            const wanted = keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String);
            const added = wanted.filter((key) => !selected.has(key));
            const next = added.at(-1) ?? (wanted.includes(current) ? current : wanted[0]);
            if (next !== undefined) session.select(wanted, next);
          }}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[look, assets, items]}
        >
          {(item) => <SlideRow item={item} items={items} look={look} assets={assets} width={pictureWidth} />}
        </GridList>
      </Virtualizer>
      <Button
        className="ui-button ui-navigator-add"
        onPress={() => slideCommands.filter(({ id }) => id === 'new').forEach(run)}
      >
        <Plus aria-hidden /> New slide
      </Button>
    </nav>
  );
}
