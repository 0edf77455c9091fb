import { ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import type { DeckLook } from '../../slide/deck-look.ts';
import type { SlideGroup } from '../board/board-layout.ts';
import { FilterBar, NothingShown } from '../board/filter-bar.tsx';
import { gridLayout } from '../board/grid-layout.ts';
import { scaledLayout } from '../board/scaled-layout.ts';
import { SlideBoard } from '../board/slide-board.tsx';
import { useCommandRegistry } from '../commands/use-commands.ts';
import { focusRow } from '../navigator/row-focus.ts';
import type { SlideView } from '../slide-moves.ts';
import { useScale } from '../use-rem.ts';
import { useDeck, useSession } from '../use-session.ts';
import { useSlideCommands } from '../use-slide-commands.ts';
import { useSlideList } from '../use-slide-list.ts';
import { narrowest, useSorterWidth, widest } from './use-sorter-width.ts';

interface SorterProps {
  readonly look: DeckLook;
  readonly assets: string;
}

/** The whole deck as a grid: every stack a column, columns from left to right, under the headings of their sections. */
export function Sorter({ look, assets }: SorterProps): ReactElement {
  const session = useSession();
  const registry = useCommandRegistry();
  const list = useSlideList();
  const { all, shown } = list;
  const view = useMemo((): SlideView => ({ all, shown, arrangement: 'grid' }), [all, shown]);
  const filter = useRef<HTMLInputElement>(null);
  const sorter = useRef<HTMLElement>(null);
  const transfer = useSlideCommands(view, () => filter.current?.focus());
  const zoom = useSorterWidth(sorter);
  const pictureHeight = Math.round((zoom.width * look.height) / look.width);
  const scale = useScale();
  const makeLayout = useCallback(
    (sections: readonly SlideGroup[], room: number) => {
      const width = room / scale;
      const pictureWidth = Math.min(zoom.width, width - 56);
      return scaledLayout(gridLayout(sections, { width, pictureWidth, pictureHeight }), scale);
    },
    [zoom.width, pictureHeight, scale],
  );

  useEffect(() => {
    const frame = requestAnimationFrame(() => focusRow(session.snapshot().current));
    return () => cancelAnimationFrame(frame);
  }, [session]);

  return (
    <main ref={sorter} className="ui-sorter" aria-label="Slide sorter">
      <div className="ui-sorter-bar">
        <FilterBar list={list} input={filter} />
        <SelectionCount shown={shown.length} all={all.length} />
        <ZoomOut aria-hidden className="ui-sorter-icon" />
        <Slider
          className="ui-slider"
          aria-label="Size of the slides"
          minValue={narrowest}
          maxValue={widest}
          step={4}
          value={zoom.width}
          onChange={(value) => zoom.set(typeof value === 'number' ? value : (value[0] ?? zoom.width))}
        >
          <SliderTrack className="ui-slider-track">
            <SliderThumb className="ui-slider-thumb" />
          </SliderTrack>
        </Slider>
        <ZoomIn aria-hidden className="ui-sorter-icon" />
      </div>
      <SlideBoard
        label="Slides of the deck"
        className="ui-grid"
        list={list}
        view={view}
        makeLayout={makeLayout}
        transfer={transfer}
        look={look}
        assets={assets}
        onOpen={(key) => {
          session.goTo(key);
          registry.run('view.edit');
        }}
        empty={<NothingShown />}
      />
    </main>
  );
}

/** How many slides are selected, or how many a filter shows. */
function SelectionCount({ shown, all }: { readonly shown: number; readonly all: number }): ReactElement {
  const selected = useDeck((deck) => deck.selected.size);
  const filtered = shown === all ? '' : `${shown} of ${all} slides`;
  return (
    <span className="ui-sorter-count">
      {[filtered, selected > 1 ? `${selected} selected` : ''].filter(Boolean).join(' · ')}
    </span>
  );
}
