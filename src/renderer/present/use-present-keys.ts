import { useEffect, useEffectEvent, useState } from 'react';
import { isKey } from '../workspace/keys.ts';
import { type PresentAction, presentAction } from './present-keys.ts';

interface Extras {
  /** Goes to the slide of this label. */
  readonly goTo: (typed: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A number that is not followed by Enter is forgotten after so many milliseconds. */
const numberTimeout = 4000;

/**
 * Answers the presenter's keys, from wherever the focus is, while it is `active`.
 * @returns the label typed so far; Enter goes to that slide
 */
export function usePresentKeys(
  active: boolean,
  actions: Readonly<Record<PresentAction, () => void>>,
  extras: Extras,
): string {
  const [typed, setTyped] = useState('');
  const handle = useEffectEvent((event: KeyboardEvent) => answer(event, typed, setTyped, actions, extras));

  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent): void => {
      if (!handle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [active]);

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
  setTyped: (typed: string) => void,
  actions: Readonly<Record<PresentAction, () => void>>,
  { goTo, undo, redo }: Extras,
): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && /^\d$/.test(event.key)) {
    setTyped(`${typed}${event.key}`.slice(-8));
    return true;
  }
  // Within a number this is a point, in labels such as 3.1; by itself it blacks the screen.
  if (plain && /^\d+$/.test(typed) && (event.key === '.' || event.key === ',')) {
    setTyped(`${typed}.`);
    return true;
  }
  setTyped('');
  if (plain && event.key === 'Enter') {
    if (typed === '') actions.next();
    else goTo(typed.replace(/\.$/, ''));
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
