import { createContext, type KeyboardEvent, type ReactElement, type RefObject, use, useMemo } from 'react';
import { GridLayout, GridList, Size, Virtualizer } from 'react-aria-components';
import type { CardSize } from './card-size.ts';

interface CardSetting {
  /** Of a card, in CSS pixels. */
  readonly width: number;
  /** The time that “today” goes by. */
  readonly now: Date;
}

const CardContext = createContext<CardSetting>({ width: 0, now: new Date(0) });

/** What a card goes by beside its own content. */
export function useCard(): CardSetting {
  return use(CardContext);
}

interface CardGridProps<T extends object> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly size: CardSize;
  readonly now: Date;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onOpen: (key: string) => void;
  /** The arrow key goes up from the first row. */
  readonly onLeave?: () => void;
  /** Draws one card; what it depends on beside the item has to come by a context, or cards that are drawn would not hear of it. */
  readonly children: (item: T) => ReactElement;
}

/** Cards in rows, of which only those in view are there: thousands cost no more than a screenful. */
export function CardGrid<T extends object>({
  label,
  items,
  keyOf,
  size,
  now,
  list,
  onOpen,
  onLeave,
  children,
}: CardGridProps<T>): ReactElement {
  const { columns, width, height, gap } = size;
  const options = useMemo(() => {
    const card = new Size(width, height);
    const minSpace = new Size(gap, gap);
    // Heights follow from the width: nothing needs to be measured.
    return {
      preserveAspectRatio: true,
      minItemSize: card,
      maxItemSize: card,
      minSpace,
      maxHorizontalSpace: gap,
      maxColumns: columns,
    };
  }, [columns, width, height, gap]);
  const setting = useMemo(() => ({ width, now }), [width, now]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' || onLeave === undefined) return;
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]')?.dataset['key'] : null;
    const at = items.findIndex((item) => keyOf(item) === key);
    if (at < 0 || at >= columns) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <CardContext value={setting}>
      <div className="ui-cards-frame" onKeyDownCapture={onKeyDown}>
        <Virtualizer layout={GridLayout} layoutOptions={options}>
          <GridList
            ref={list}
            className="ui-cards"
            aria-label={label}
            layout="grid"
            items={items}
            onAction={(key) => onOpen(String(key))}
          >
            {children}
          </GridList>
        </Virtualizer>
      </div>
    </CardContext>
  );
}

/** Gives the focus to the card of this key, or to the first one, wherever it is in the list. */
export function focusCard(
  list: HTMLElement | null,
  keys: readonly string[],
  wanted: string | null,
  size: CardSize,
): void {
  if (list === null) return;
  const at = Math.max(0, wanted === null ? 0 : keys.indexOf(wanted));
  const top = Math.floor(at / size.columns) * (size.height + size.gap);
  list.scrollTop = Math.max(0, top - (list.clientHeight - size.height) / 2);
  // The list draws the rows that come into view in a later frame.
  let frames = 0;
  const focus = (): void => {
    const card = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(keys[at] ?? '')}"]`);
    if (card !== null) card.focus({ preventScroll: true });
    else if (frames++ < 10) requestAnimationFrame(focus);
  };
  requestAnimationFrame(focus);
}
