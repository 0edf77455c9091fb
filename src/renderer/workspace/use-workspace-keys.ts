import { useEffect, useEffectEvent } from 'react';
import { isKey, isWriting } from './keys.ts';
import { type WorkspaceAction, workspaceKeys } from './workspace-keys.ts';

/** Fields of their own, such as the search panel's, keep their own undo; what is written into the deck has the deck's. */
function hasOwnHistory(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    isWriting(target) &&
    !target.isContentEditable &&
    target.dataset['deckText'] === undefined
  );
}

function isWithin(target: EventTarget | null, selector: string | undefined): boolean {
  return selector === undefined || (target instanceof Element && target.closest(selector) !== null);
}

/** Answers the workspace's keys wherever the focus is, while `active`. */
export function useWorkspaceKeys(actions: Readonly<Record<WorkspaceAction, () => void>>, active: boolean): void {
  const answer = useEffectEvent((action: WorkspaceAction) => actions[action]());
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent): void => {
      const found = workspaceKeys.find(({ keys }) => keys.some((keyName) => isKey(event, keyName)));
      if (found === undefined || (!found.inText && isWriting(event.target))) return;
      if (!isWithin(event.target, found.within)) return;
      if ((found.action === 'undo' || found.action === 'redo') && hasOwnHistory(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      answer(found.action);
    };
    // Before the editor hears of it: undo goes through the one history, wherever the focus is.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [active]);
}
