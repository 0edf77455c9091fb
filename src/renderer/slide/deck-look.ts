/** How a deck looks: its theme, size and language, the same on the stage, in thumbnails and in print. */
import type { Diagnostic } from '../../core/diagnostic.ts';

export interface DeckLook {
  /** The slide's size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  /** BCP 47, such as `en` or `ja`. */
  readonly lang: string;
  /** Text at the foot of every slide. */
  readonly footer?: string;
}

export type ThemeName = 'lectern-dark' | 'lectern-light';

/** What of a deck's settings makes its look. */
export interface LookSettings {
  readonly size: { readonly width: number; readonly height: number };
  readonly theme?: string | undefined;
  readonly lang?: string | undefined;
  readonly footer?: string | undefined;
}

/** The house themes, and reveal.js's names for what comes closest to them. */
const themes: ReadonlyMap<string, ThemeName> = new Map([
  ['lectern-dark', 'lectern-dark'],
  ['lectern-light', 'lectern-light'],
  ['black', 'lectern-dark'],
  ['white', 'lectern-light'],
]);

/** The look that a deck's settings ask for. A theme that is not known gives the dark one; see {@link lookDiagnostics}. */
export function deckLook(settings: LookSettings): DeckLook {
  const { size, theme = '', lang = 'en', footer } = settings;
  return {
    width: size.width,
    height: size.height,
    theme: themes.get(theme.trim().toLowerCase()) ?? 'lectern-dark',
    lang,
    ...(footer === undefined || footer.trim() === '' ? {} : { footer }),
  };
}

/** What about the settings could not be followed. */
export function lookDiagnostics(settings: LookSettings): readonly Diagnostic[] {
  const { theme } = settings;
  if (theme === undefined || themes.has(theme.trim().toLowerCase())) return [];
  const known = [...themes.keys()].join(', ');
  return [
    {
      code: 'unknown-theme',
      severity: 'warning',
      message: `There is no theme “${theme}”; the deck is shown in lectern-dark. Themes: ${known}.`,
    },
  ];
}

/** Gives an element around a `.reveal` the deck's look. The stage calls it on its own wrapper; frames have it already. */
export function dressInLook(element: HTMLElement, look: DeckLook): void {
  element.dataset['deckTheme'] = look.theme;
  element.lang = look.lang;
  element.style.setProperty('--slide-width', `${look.width}px`);
  element.style.setProperty('--slide-height', `${look.height}px`);
}

/** The line at a slide's foot: the deck's footer text and the slide's number. It belongs at the end of the section. */
export function slideFoot(number: number, look: DeckLook): HTMLElement {
  const foot = document.createElement('div');
  foot.className = 'slide-foot';
  const [text, place] = [document.createElement('span'), document.createElement('span')];
  text.textContent = look.footer ?? '';
  place.className = 'slide-foot-number';
  place.textContent = String(number);
  foot.append(text, place);
  return foot;
}
