import { Plus } from 'lucide-react';
import { type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { DeckLook } from '../../slide/deck-look.ts';
import type { SlideGroup } from '../board/board-layout.ts';
import { FilterBar, NothingShown } from '../board/filter-bar.tsx';
import { listLayout } from '../board/list-layout.ts';
import { scaledLayout } from '../board/scaled-layout.ts';
import { SlideBoard } from '../board/slide-board.tsx';
import { useCommandRegistry } from '../commands/use-commands.ts';
import type { SlideView } from '../slide-moves.ts';
import { useScale } from '../use-rem.ts';
import { useSession } from '../use-session.ts';
import { useSlideCommands } from '../use-slide-commands.ts';
import { useSlideList } from '../use-slide-list.ts';
import { focusRow } from './row-focus.ts';

/** Of a picture that is not indented, in CSS pixels at the usual size. */
const pictureWidth = 160;

interface NavigatorProps {
  readonly look: DeckLook;
  readonly assets: string;
}

/** All slides as pictures, in file order: to go to, to select, to move, to hide. */
export function Navigator({ look, assets }: NavigatorProps): ReactElement {
  const session = useSession();
  const registry = useCommandRegistry();
  const list = useSlideList();
  const { all, shown } = list;
  const view = useMemo((): SlideView => ({ all, shown, arrangement: 'list' }), [all, shown]);
  const filter = useRef<HTMLInputElement>(null);
  const transfer = useSlideCommands(view, () => filter.current?.focus());
  const pictureHeight = Math.round((pictureWidth * look.height) / look.width);
  const scale = useScale();
  const makeLayout = useCallback(
    (groups: readonly SlideGroup[], width: number) =>
      scaledLayout(listLayout(groups, { width: width / scale, pictureWidth, pictureHeight }), scale),
    [pictureHeight, scale],
  );

  // Whoever opens a deck can go on with the keys: with its slides, unless the focus is somewhere by now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusRow(session.snapshot().current);
    });
    return () => cancelAnimationFrame(frame);
  }, [session]);

  return (
    <nav className="ui-navigator" aria-label="Slides">
      <FilterBar list={list} input={filter} />
      <SlideBoard
        label="Slides of the deck"
        className="ui-rows"
        list={list}
        view={view}
        makeLayout={makeLayout}
        transfer={transfer}
        look={look}
        assets={assets}
        onOpen={() => registry.run('view.source')}
        empty={<NothingShown />}
      />
      <Button className="ui-button ui-navigator-add" onPress={() => registry.run('slide.new')}>
        <Plus aria-hidden /> New slide
      </Button>
    </nav>
  );
}
