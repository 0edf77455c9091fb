import { useEffect, useEffectEvent, useState } from 'react';
import { isKey } from '../workspace/keys.ts';
import { type PresentAction, presentAction } from './present-keys.ts';

interface Extras {
  /** Goes to the slide with this number. */
  readonly goTo: (number: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A number that is not followed by Enter is forgotten after so many milliseconds. */
const numberTimeout = 4000;

/**
 * Answers the presenter's keys, from wherever the focus is.
 * @returns the digits typed so far; Enter goes to that slide
 */
export function usePresentKeys(actions: Readonly<Record<PresentAction, () => void>>, extras: Extras): string {
  const [typed, setTyped] = useState('');
  const handle = useEffectEvent((event: KeyboardEvent) => answer(event, typed, setTyped, actions, extras));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!handle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  useEffect(() => {
    if (typed === '') return;
    const timer = setTimeout(() => setTyped(''), numberTimeout);
    return () => clearTimeout(timer);
  }, [typed]);

  return typed;
}

function answer(
  event: KeyboardEvent,
  typed: string,
  setTyped: (digits: string) => void,
  actions: Readonly<Record<PresentAction, () => void>>,
  { goTo, undo, redo }: Extras,
): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && /^\d$/.test(event.key)) {
    setTyped(`${typed}${event.key}`.slice(-5));
    return true;
  }
  setTyped('');
  if (plain && event.key === 'Enter') {
    if (typed === '') actions.next();
    else goTo(Number(typed));
    return true;
  }
  if (typed !== '' && event.key === 'Escape') return true;
  if (isKey(event, 'Mod+Z')) undo();
  else if (isKey(event, 'Mod+Shift+Z') || isKey(event, 'Mod+Y')) redo();
  else {
    const action = presentAction(event);
    if (action === null) return false;
    actions[action]();
  }
  return true;
}
