import { useMemo } from 'react';
import { slideIndex } from '../../core/deck/slide-index.ts';
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
  return true;
}
