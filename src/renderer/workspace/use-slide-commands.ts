import { Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useMemo } from 'react';
import { slideIndex } from '../../core/deck/slide-index.ts';
import type { Range } from '../../core/deck/slide.ts';
import { useSay } from './announcer.tsx';
import type { DeckSession } from './deck-session.ts';
import { itemsOf, type SlideItem } from './slide-items.ts';
import type { SlideCommand } from './slide-commands.ts';
import { useDeck, useSession } from './use-session.ts';

/** The navigator's items for the open deck. */
export function useSlideItems(): readonly SlideItem[] {
  const items = useMemo(() => itemsOf(), []);
  return useDeck(({ state }) => items(slideIndex(state)));
}

/** Runs a command on the selected slides and says what it did; `false` where it does not apply. */
export function useRunSlideCommand(items: readonly SlideItem[]): (command: SlideCommand) => boolean {
  const session = useSession();
  const say = useSay();
  return (command) => runSlideCommand(session, command, items, say);
}

function runSlideCommand(
  session: DeckSession,
  command: SlideCommand,
  items: readonly SlideItem[],
  say: (message: string) => void,
): boolean {
  const before = session.snapshot();
  const deckCommand = command.command(before, items);
  if (deckCommand === null || !session.run(deckCommand)) return false;
  say(command.says(before, session.snapshot()));
  const range = command.toWrite?.(session.snapshot()) ?? null;
  if (range !== null) writeOver(session, range);
  return true;
}

/** Selects a part of the source and puts the focus there; where the source is not in view, only the selection waits. */
function writeOver(session: DeckSession, { from, to }: Range): void {
  session.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 12 }),
    annotations: Transaction.addToHistory.of(false),
  });
  // After the click or the menu that asked for it has let go of the focus.
  requestAnimationFrame(() => {
    const source = document.querySelector<HTMLElement>('.ui-source .cm-editor');
    // By the editor's own way: focused from outside, it would take the browser's caret, at the start of the file, for the user's.
    if (source !== null) EditorView.findFromDOM(source)?.focus();
  });
}
