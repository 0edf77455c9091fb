import { isKey, type KeyPress } from '../workspace/keys.ts';

/** What a key does while presenting. */
export type PresentAction =
  | 'next'
  | 'previous'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'overview'
  | 'pen'
  | 'highlighter'
  | 'erase'
  | 'fullScreen'
  | 'end';

interface PresentKey {
  readonly actions: Readonly<Record<string, PresentAction>>;
  readonly label: string;
  readonly keys: readonly string[];
}

/** The keys that do something at once; a label and Enter goes to that slide. */
export const presentKeys: readonly PresentKey[] = [
  {
    label: 'Next step, in reading order',
    keys: ['ArrowRight', ' ', 'PageDown', 'N'],
    actions: { ArrowRight: 'right', ' ': 'next', PageDown: 'next', N: 'next' },
  },
  {
    label: 'Back',
    keys: ['ArrowLeft', 'Shift+ ', 'PageUp', 'Backspace'],
    actions: { ArrowLeft: 'left', 'Shift+ ': 'previous', PageUp: 'previous', Backspace: 'previous' },
  },
  {
    label: 'Up and down in a stack',
    keys: ['ArrowUp', 'ArrowDown'],
    actions: { ArrowUp: 'up', ArrowDown: 'down' },
  },
  { label: 'First and last slide', keys: ['Home', 'End'], actions: { Home: 'first', End: 'last' } },
  { label: 'To the slide of a number, such as 3 or 3.1', keys: ['1', '2', 'Enter'], actions: {} },
  { label: 'All slides', keys: ['G', 'O'], actions: { G: 'overview', O: 'overview' } },
  { label: 'Black', keys: ['B', '.'], actions: { B: 'black', '.': 'black' } },
  { label: 'White', keys: ['W', ','], actions: { W: 'white', ',': 'white' } },
  { label: 'Pen out, pen away', keys: ['P'], actions: { P: 'pen' } },
  { label: 'Highlighter out, highlighter away', keys: ['H'], actions: { H: 'highlighter' } },
  { label: 'Erase what was drawn on this slide in this talk', keys: ['E'], actions: { E: 'erase' } },
  { label: 'Full screen', keys: ['F'], actions: { F: 'fullScreen', F11: 'fullScreen' } },
  { label: 'End', keys: ['Escape'], actions: { Escape: 'end' } },
];

/** What a key press asks for while presenting; `null` for keys that mean nothing then. */
export function presentAction(press: KeyPress): PresentAction | null {
  for (const { actions } of presentKeys) {
    for (const [combination, action] of Object.entries(actions)) if (isKey(press, combination)) return action;
  }
  return null;
}
