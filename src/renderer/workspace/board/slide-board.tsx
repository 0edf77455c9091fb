import {
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DeckLook } from '../../slide/deck-look.ts';
import { useCommands } from '../commands/use-commands.ts';
import { focusRow } from '../navigator/row-focus.ts';
import { type Section, sectionLine } from '../sections.ts';
import type { SlideView } from '../slide-moves.ts';
import type { SlideTransfer } from '../use-slide-commands.ts';
import type { SlideList } from '../use-slide-list.ts';
import { type BoardLayout, type SlideGroup, slidesBetween } from './board-layout.ts';
import { PictureStore } from './picture-store.ts';
import { SlideCard } from './slide-card.tsx';
import { SlideMenu } from './slide-menu.tsx';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardSelection } from './use-board-selection.ts';
import { useViewport } from './use-viewport.ts';

/** What is drawn above and below what is in view, in CSS pixels. */
const margin = 480;

interface SlideBoardProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly className: string;
  readonly list: SlideList;
  readonly view: SlideView;
  /** Where everything stands on a board of a width. */
  readonly makeLayout: (groups: readonly SlideGroup[], width: number) => BoardLayout;
  readonly transfer: SlideTransfer;
  readonly look: DeckLook;
  readonly assets: string;
  /** Enter, or a double click. */
  readonly onOpen: (key: string) => void;
  /** What is shown where no slide is. */
  readonly empty: ReactNode;
}

/** Slides as pictures that can be gone through, selected, dragged, copied and pasted. Only those in view are drawn. */
export function SlideBoard(props: SlideBoardProps): ReactElement {
  const { label, className, list, view, makeLayout, transfer, look, assets, onOpen, empty } = props;
  const { shown, groups } = list;
  const board = useRef<HTMLDivElement>(null);
  const viewport = useViewport(board);
  const width = viewport?.width ?? 0;
  const layout = useMemo(() => (width === 0 ? null : makeLayout(groups, width)), [makeLayout, groups, width]);
  const [store] = useState(() => new PictureStore());
  const selection = useBoardSelection(shown);
  const { cursor, selected } = selection;
  const place = shown.findIndex(({ id }) => id === cursor);
  const drag = useBoardDrag({ board, view, layout });
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const onKeyDown = useBoardKeys({
    shown,
    layout,
    selection,
    onOpen,
    onMenu: () => setMenu(cardCorner(board.current, cursor)),
  });
  useFocusKept(board, cursor);
  const page = (direction: -1 | 1): void => {
    const target =
      layout === null || place < 0 ? undefined : shown[layout.fromHere(place, direction * (viewport?.height ?? 0))];
    if (target !== undefined) selection.change(target.id, 'one');
  };
  // In the grid the page keys go by what is in view, and not to the next slide.
  useCommands(
    { 'slide.previous': { run: () => page(-1) }, 'slide.next': { run: () => page(1) } },
    view.arrangement === 'grid',
  );

  const { top: cursorTop, height: cursorHeight } = layout?.boxes[place] ?? { top: null, height: 0 };
  useLayoutEffect(() => {
    const box = board.current;
    if (box === null || cursor === null || cursorTop === null) return;
    const air = 12;
    const bottom = cursorTop + cursorHeight;
    if (cursorTop - air < box.scrollTop) box.scrollTop = cursorTop - air;
    else if (bottom + air > box.scrollTop + box.clientHeight) box.scrollTop = bottom + air - box.clientHeight;
  }, [cursor, cursorTop, cursorHeight]);

  const keyAt = (event: MouseEvent): string | null =>
    event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null) : null;
  const isMore = (event: MouseEvent): boolean =>
    event.target instanceof Element && event.target.closest('.ui-tile-more') !== null;
  const openMenu = (key: string, at: { readonly x: number; readonly y: number }): void => {
    // A menu on a slide outside the selection is about that slide alone.
    if (!selected.has(key)) selection.change(key, 'one');
    setMenu(at);
  };

  const starts = useMemo(
    () => new Map(groups.map(({ section, items }) => [items[0]?.id, headingId(section)])),
    [groups],
  );
  const visible = new Set<number>();
  if (layout !== null && viewport !== null)
    for (const at of slidesBetween(layout, viewport.top - margin, viewport.top + viewport.height + margin))
      visible.add(at);
  // The slide with the cursor keeps the focus, and one that is being dragged its drag, wherever the board is scrolled to.
  if (place >= 0) visible.add(place);
  const source = drag.source === null ? -1 : shown.findIndex(({ id }) => id === drag.source);
  if (source >= 0) visible.add(source);

  return (
    <div
      ref={board}
      className={`ui-board ${className}`}
      onDragStart={drag.handlers.onDragStart}
      onDragOver={drag.handlers.onDragOver}
      onDragLeave={drag.handlers.onDragLeave}
      onDrop={drag.handlers.onDrop}
      onDragEnd={drag.handlers.onDragEnd}
    >
      <div
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={shown.length}
        data-commands="slides"
        className="ui-board-slides"
        style={{ height: layout?.height ?? 0 }}
        tabIndex={shown.length === 0 ? 0 : -1}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          const key = keyAt(event);
          if (key === null || event.button !== 0 || isMore(event)) return;
          if (event.shiftKey) selection.change(key, 'range');
          else if (!event.ctrlKey && !event.metaKey && !selected.has(key)) selection.change(key, 'one');
        }}
        onClick={(event) => {
          const key = keyAt(event);
          if (key === null) return;
          if (isMore(event)) {
            const { left, bottom } =
              event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 0, bottom: 0 };
            openMenu(key, { x: left, y: bottom });
          } else if (event.ctrlKey || event.metaKey) selection.change(key, 'toggle');
          else if (!event.shiftKey) selection.change(key, 'one');
        }}
        onDoubleClick={(event) => {
          const key = keyAt(event);
          if (key !== null && !isMore(event)) onOpen(key);
        }}
        onContextMenu={(event) => {
          const key = keyAt(event);
          if (key === null) return;
          event.preventDefault();
          openMenu(key, { x: event.clientX, y: event.clientY });
        }}
        onCopy={(event) => {
          const text = transfer.take();
          if (text === null) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', text);
          transfer.sayCopied();
        }}
        onCut={(event) => {
          const text = transfer.take();
          if (text === null) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', text);
          transfer.remove();
        }}
        onPaste={(event) => {
          event.preventDefault();
          transfer.pasteText(event.clipboardData.getData('text/plain'));
        }}
      >
        {viewport !== null &&
          layout?.headings
            .filter(
              ({ top, height }) =>
                top < viewport.top + viewport.height + margin && top + height > viewport.top - margin,
            )
            .map(({ group: { section, items }, left, top, width: across, height }) => (
              <div
                key={section.id}
                id={headingId(section)}
                aria-hidden
                className="ui-board-heading"
                style={{ left, top, width: across, height }}
              >
                <span className="ui-board-section" dir="auto">
                  {section.title}
                </span>
                <span className="ui-board-facts">{sectionLine(section, items.length)}</span>
              </div>
            ))}
        {layout !== null &&
          [...visible]
            .toSorted((a, b) => a - b)
            .map((at) => {
              const item = shown[at];
              const box = layout.boxes[at];
              if (item === undefined || box === undefined) return null;
              return (
                <SlideCard
                  key={item.id}
                  item={item}
                  place={at}
                  arrangement={view.arrangement}
                  left={box.left}
                  top={box.top}
                  width={box.width}
                  height={box.height}
                  pictureWidth={layout.pictureWidth(item)}
                  isSelected={selected.has(item.id)}
                  isCursor={item.id === cursor}
                  isDragged={drag.dragged.has(item.id)}
                  heading={groups.length > 1 ? starts.get(item.id) : undefined}
                  look={look}
                  assets={assets}
                  store={store}
                />
              );
            })}
        {drag.drop !== null && (
          <div className="ui-drop-line" data-drop-target aria-hidden data-as={drag.drop.as} style={drag.drop.line} />
        )}
      </div>
      {shown.length === 0 && empty}
      <SlideMenu at={menu} onClose={() => setMenu(null)} />
    </div>
  );
}

function headingId({ id }: Section): string {
  return `section-${id}`;
}

function cardCorner(board: HTMLElement | null, key: string | null): { readonly x: number; readonly y: number } {
  const card = key === null ? null : board?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const { left, top } = (card ?? board)?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return { x: left + 24, y: top + 24 };
}

/** Keeps the focus on the slide with the cursor while the focus is on the board, whatever becomes of the slide that had it. */
function useFocusKept(board: RefObject<HTMLElement | null>, cursor: string | null): void {
  const had = useRef(false);
  useEffect(() => {
    const box = board.current;
    if (box === null) return undefined;
    const onIn = (): void => {
      had.current = true;
    };
    const onOut = (event: FocusEvent): void => {
      // A slide that is taken out of the page loses the focus to nobody.
      if (event.relatedTarget !== null && !box.contains(event.relatedTarget as Node)) had.current = false;
      else if (event.relatedTarget === null && event.target instanceof Element && event.target.isConnected)
        had.current = false;
    };
    box.addEventListener('focusin', onIn);
    box.addEventListener('focusout', onOut);
    return () => {
      box.removeEventListener('focusin', onIn);
      box.removeEventListener('focusout', onOut);
    };
  }, [board]);
  useLayoutEffect(() => {
    const active = document.activeElement;
    const here = board.current?.contains(active) === true;
    if (cursor !== null && (here || (had.current && active === document.body))) focusRow(cursor);
  }, [board, cursor]);
}
