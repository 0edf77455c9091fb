import type { KeyboardEvent } from 'react';
import type { SlideItem } from '../slide-items.ts';
import type { ArrowKey, BoardLayout } from './board-layout.ts';
import type { BoardSelection } from './use-board-selection.ts';

interface BoardKeysOptions {
  readonly shown: readonly SlideItem[];
  readonly layout: BoardLayout | null;
  readonly selection: BoardSelection;
  readonly onOpen: (key: string) => void;
  /** Opens the menu at the cursor. */
  readonly onMenu: () => void;
}

/** The keys of a board that go through its slides and select them; what is done with them are commands. */
export function useBoardKeys(options: BoardKeysOptions): (event: KeyboardEvent) => void {
  const { shown, layout, selection, onOpen, onMenu } = options;
  return (event) => {
    const { cursor } = selection;
    if (cursor === null || layout === null || event.altKey || event.metaKey) return;
    const target = targetOf(event.key, shown, layout, cursor);
    const held = event.ctrlKey ? 'cursor' : event.shiftKey ? 'range' : 'one';
    if (target !== null) selection.change(target, held);
    else if (event.key === ' ') selection.change(cursor, event.shiftKey ? 'range' : 'toggle');
    else if (event.key === 'Enter' && !event.ctrlKey) onOpen(cursor);
    else if (event.key === 'Escape' && selection.selected.size > 1) selection.change(cursor, 'one');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function targetOf(key: string, shown: readonly SlideItem[], layout: BoardLayout, cursor: string): string | null {
  const at = shown.findIndex(({ id }) => id === cursor);
  if (key === 'Home') return shown[0]?.id ?? null;
  if (key === 'End') return shown.at(-1)?.id ?? null;
  if (!isArrow(key)) return null;
  return shown[layout.neighbour(at, key)]?.id ?? null;
}

function isArrow(key: string): key is ArrowKey {
  return /^Arrow(?:Left|Right|Up|Down)$/.test(key);
}
