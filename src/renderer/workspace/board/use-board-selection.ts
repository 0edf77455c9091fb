import { useRef, useState } from 'react';
import type { SlideItem } from '../slide-items.ts';
import { useDeck, useSession } from '../use-session.ts';

/** How a key or a click changes the selection: `one` slide alone, on to it from where it began, or only the cursor. */
export type SelectionChange = 'one' | 'range' | 'toggle' | 'cursor';

export interface BoardSelection {
  readonly selected: ReadonlySet<string>;
  /** Key of the slide that the keys act on; `null` where none is shown. */
  readonly cursor: string | null;
  change(key: string, how: SelectionChange): void;
}

/** The selection on a board. It is the deck's own; only the cursor may stand elsewhere, to add slides to it one by one. */
export function useBoardSelection(shown: readonly SlideItem[]): BoardSelection {
  const session = useSession();
  const { current, selected } = useDeck(
    (deck) => deck,
    (a, b) => a.current === b.current && a.selected === b.selected,
  );
  const anchor = useRef(current);
  const [apart, setApart] = useState<{ readonly cursor: string; readonly current: string } | null>(null);
  const isShown = (key: string) => shown.some(({ id }) => id === key);
  const cursor =
    apart !== null && apart.current === current && isShown(apart.cursor)
      ? apart.cursor
      : isShown(current)
        ? current
        : (shown[0]?.id ?? null);

  const change = (key: string, how: SelectionChange): void => {
    const { current: now, selected: before } = session.snapshot();
    if (how === 'cursor') {
      setApart({ cursor: key, current: now });
      return;
    }
    setApart(null);
    if (how === 'range') {
      const places = [anchor.current, key].map((end) => shown.findIndex(({ id }) => id === end));
      const [from, to] = [Math.min(...places), Math.max(...places)];
      const range = from < 0 ? [key] : shown.slice(from, to + 1).map(({ id }) => id);
      session.select(range, key);
      return;
    }
    anchor.current = key;
    if (how === 'one') return session.goTo(key);
    const others = [...before].filter((other) => other !== key);
    if (!before.has(key)) return session.select(before, key);
    // The deck's current slide is always selected: without its selection, another one is current.
    const next = key === now ? others.at(-1) : now;
    if (next === undefined) return;
    session.select(others, next);
    setApart({ cursor: key, current: next });
  };
  return { selected, cursor, change };
}
