/** How a deck looks: its theme, size and language, the same on the stage, in thumbnails and in print. */
import { defaultTheme, findTheme, type ThemeName, themes } from '../../core/deck/themes.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isLocalUrl } from '../../core/markdown/local-url.ts';
import { type DeckCss, wearDeckCss } from './deck-css.ts';
import type { LookSettings } from '../../core/export/look-settings.ts';

export interface DeckLook {
  /** The slide's size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  /** BCP 47, such as `en` or `ja`. */
  readonly lang: string;
  /** Whether its words run from right to left. */
  readonly isRightToLeft: boolean;
  /** The deck's own style sheets. */
  readonly css: readonly DeckCss[];
  /** Text at the foot of every slide. */
  readonly footer?: string;
}

/**
 * The look that a deck's settings ask for. A theme that is not known gives the default one; see {@link lookDiagnostics}.
 * @param assets URL of the deck's folder, where its style sheets are; without it they are left out
 */
export function deckLook(settings: LookSettings, assets = ''): DeckLook {
  const { size, theme = '', lang = 'en', footer, revealOptions = {}, css = [] } = settings;
  return {
    width: size.width,
    height: size.height,
    theme: findTheme(theme)?.name ?? defaultTheme,
    lang,
    css: assets === '' ? [] : localSheets(css, new URL(assets, document.baseURI).href),
    isRightToLeft: typeof revealOptions['rtl'] === 'boolean' ? revealOptions['rtl'] : runsRightToLeft(lang),
    ...(footer === undefined || footer.trim() === '' ? {} : { footer }),
  };
}

/** The style sheets that are files beside the deck. */
function localSheets(names: readonly string[], folder: string): readonly DeckCss[] {
  return names.filter(isLocalUrl).map((name) => ({ name, address: new URL(name, folder).href, folder }));
}

/** Scripts that run from right to left, as ISO 15924 names them. */
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** Whether a language is written from right to left. */
function runsRightToLeft(lang: string): boolean {
  try {
    return rightToLeftScripts.has(new Intl.Locale(lang).maximize().script ?? '');
  } catch {
    // Well formed, as the settings want it, and still no language.
    return false;
  }
}

/** What about the settings could not be followed. */
export function lookDiagnostics(settings: LookSettings): readonly Diagnostic[] {
  const { theme } = settings;
  if (theme === undefined || findTheme(theme) !== undefined) return [];
  const known = themes.map(({ name }) => name).join(', ');
  return [
    {
      code: 'unknown-theme',
      severity: 'warning',
      message: `There is no theme “${theme}”; the deck is shown in ${defaultTheme}. Themes: ${known}.`,
    },
  ];
}

/** Gives an element around a `.reveal` the deck's look. The stage calls it on its own wrapper; frames have it already. */
export function dressInLook(element: HTMLElement, look: DeckLook): void {
  element.dataset['deckTheme'] = look.theme;
  element.dataset['deckScheme'] = findTheme(look.theme)?.scheme ?? 'dark';
  element.lang = look.lang;
  element.dir = look.isRightToLeft ? 'rtl' : 'ltr';
  if (look.css.length > 0) void wearDeckCss(element, look.css);
  else delete element.dataset['deckCss'];
  element.style.setProperty('--slide-width', `${look.width}px`);
  element.style.setProperty('--slide-height', `${look.height}px`);
}

/** The line at a slide's foot: the deck's footer text and the slide's label. It belongs at the end of the section. */
export function slideFoot(label: string, look: DeckLook): HTMLElement {
  const foot = document.createElement('div');
  foot.className = 'slide-foot';
  const [text, place] = [document.createElement('span'), document.createElement('span')];
  text.textContent = look.footer ?? '';
  place.className = 'slide-foot-number';
  place.textContent = label;
  foot.append(text, place);
  return foot;
}
