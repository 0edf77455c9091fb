import type { Settings } from '../../../contract/schemas/program.ts';

type ThemeChoice = Settings['theme'];

/** Where this browser remembers the choice, so that the next start is drawn in it before the host has answered. */
const memory = 'lectern.theme';

/** Draws the program light, dark, or as the system is. */
export function applyTheme(choice: ThemeChoice): void {
  show(choice);
  try {
    localStorage.setItem(memory, choice);
  } catch {
    // A browser may keep nothing: the next start then shows the system's way until the host has answered.
  }
}

/** Draws the program as this browser remembers it; the host's answer holds once it is there. */
export function applyRememberedTheme(): void {
  try {
    const remembered = localStorage.getItem(memory);
    if (remembered === 'light' || remembered === 'dark') show(remembered);
  } catch {
    // As above.
  }
}

function show(choice: ThemeChoice): void {
  const { dataset } = document.documentElement;
  if (choice === 'system') delete dataset['theme'];
  else dataset['theme'] = choice;
}
