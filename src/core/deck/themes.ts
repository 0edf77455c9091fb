/** A theme that a deck can name in its front matter. */
export interface Theme {
  /** As `theme:` names it. */
  readonly name: string;
  /** As people read it. */
  readonly label: string;
  /** Whether its ground is dark or light. */
  readonly scheme: 'dark' | 'light';
  /** A few words on what it is like. */
  readonly about: string;
}

/** Two themes of our own, and reveal.js's. Their colours and fonts are style sheets of the same name in `renderer/slide/themes`. */
export const themes = [
  { name: 'lectern-dark', label: 'Lectern dark', scheme: 'dark', about: 'For rooms with the lights down' },
  { name: 'lectern-light', label: 'Lectern light', scheme: 'light', about: 'For bright rooms and paper' },
  { name: 'beige', label: 'Beige', scheme: 'light', about: 'Warm paper, capitals' },
  { name: 'black', label: 'Black', scheme: 'dark', about: 'White on near black' },
  { name: 'black-contrast', label: 'Black, high contrast', scheme: 'dark', about: 'White on black' },
  { name: 'blood', label: 'Blood', scheme: 'dark', about: 'Dark grey and red' },
  { name: 'dracula', label: 'Dracula', scheme: 'dark', about: 'Purple, pink and green' },
  { name: 'league', label: 'League', scheme: 'dark', about: 'Grey, tall narrow capitals' },
  { name: 'moon', label: 'Moon', scheme: 'dark', about: 'Deep blue, tall narrow capitals' },
  { name: 'night', label: 'Night', scheme: 'dark', about: 'Black and amber' },
  { name: 'serif', label: 'Serif', scheme: 'light', about: 'Book type on pale paper' },
  { name: 'simple', label: 'Simple', scheme: 'light', about: 'Black on white, blue links' },
  { name: 'sky', label: 'Sky', scheme: 'light', about: 'Pale blue, round letters' },
  { name: 'solarized', label: 'Solarized', scheme: 'light', about: 'Cream, tall narrow capitals' },
  { name: 'white', label: 'White', scheme: 'light', about: 'Near black on white' },
  { name: 'white-contrast', label: 'White, high contrast', scheme: 'light', about: 'Black on white' },
] as const satisfies readonly Theme[];

export type ThemeName = (typeof themes)[number]['name'];

/** What a deck wears that names no theme, or none that is known. */
export const defaultTheme: ThemeName = 'lectern-dark';

/** Whether a theme is one of our own. */
export function isHouseTheme(name: ThemeName): boolean {
  return name.startsWith('lectern-');
}

/** The theme that a front matter's `theme:` means; `undefined` where there is none of that name. */
export function findTheme(name: string): (Theme & { readonly name: ThemeName }) | undefined {
  const wanted = name.trim().toLowerCase();
  return themes.find((theme) => theme.name === wanted);
}
