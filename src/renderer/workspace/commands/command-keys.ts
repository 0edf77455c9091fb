import { useEffect } from 'react';
import { type CommandId, type CommandInfo, commandTable } from '../../../contract/commands.ts';
import { isKey, isWriting, type KeyPress } from '../keys.ts';
import { useCommandRegistry } from './use-commands.ts';

/** The browser makes clipboard events of these, and they carry what is copied: who shows slides answers those. */
const clipboardKeys: readonly string[] = ['Mod+C', 'Mod+X', 'Mod+V'];

/** Lists and grids of slides. */
const slides = '[data-commands~="slides"]';
const within: Readonly<Record<CommandInfo['keysIn'], string | null>> = {
  everywhere: null,
  slides,
  stage: `.ui-stage, ${slides}`,
  annotate: '[data-commands~="annotate"]',
};

/** The more places a command holds in, the later it is asked. */
const breadth: Readonly<Record<CommandInfo['keysIn'], number>> = { annotate: 0, slides: 1, stage: 2, everywhere: 3 };

/** Whether a combination stands for nothing that is typed. */
function isModified(keys: string): boolean {
  return /^(?:Mod|Alt)\+/.test(keys) || /^(?:Shift\+)?F\d+$/.test(keys);
}

/** Fields of their own, such as a search box, keep their own undo; what is written into the deck has the deck's. */
function hasOwnHistory(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    isWriting(target) &&
    !target.isContentEditable &&
    target.dataset['deckText'] === undefined
  );
}

/** The commands whose key this is, where the focus is: those that hold in fewer places first. */
export function commandsOf(press: KeyPress, target: EventTarget | null): readonly CommandId[] {
  const element = target instanceof Element ? target : null;
  const fits = (info: CommandInfo, keys: string): boolean => {
    if (clipboardKeys.includes(keys) || !isKey(press, keys)) return false;
    const modified = isModified(keys);
    // What is written on a slide has the keys of every text.
    if (isWriting(target) && (!modified || info.keysIn === 'annotate')) return false;
    const place = info.keysIn === 'stage' && modified ? null : within[info.keysIn];
    if (place !== null && element?.closest(place) === null) return false;
    return !((info.id === 'edit.undo' || info.id === 'edit.redo') && hasOwnHistory(target));
  };
  const found = commandTable.filter((info: CommandInfo) => info.keys.some((keys) => fits(info, keys)));
  return found.toSorted((a, b) => breadth[a.keysIn] - breadth[b.keysIn]).map(({ id }) => id);
}

/** Answers the keys of all commands, wherever the focus is, while `active`. */
export function useCommandKeys(active: boolean): void {
  const registry = useCommandRegistry();
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // A dialog over the program has keys of its own.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
      const command = commandsOf(event, event.target).find((id) => registry.canRun(id));
      if (command === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      registry.run(command);
    };
    // Before the editor hears of it: undo goes through the one history, wherever the focus is.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [active, registry]);
}
