/** The fonts that a look sets its slides in, read from its style sheets. */
import { type DeckLook, dressInLook } from './deck-look.ts';

export interface LookFonts {
  /** CSS family lists, without the common fallbacks at their ends. */
  readonly text: string;
  readonly heading: string;
  readonly headingWeight: string;
  readonly headingIsUpperCase: boolean;
}

const read = new Map<string, LookFonts>();

/** The fonts of a look's theme. */
export function lookFonts(look: DeckLook): LookFonts {
  let fonts = read.get(look.theme);
  if (fonts === undefined) {
    const probe = document.createElement('div');
    dressInLook(probe, look);
    document.documentElement.append(probe);
    const style = getComputedStyle(probe);
    const value = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
    const text = value('--slide-font', 'Inter');
    fonts = {
      text,
      heading: value('--slide-heading-font', text),
      headingWeight: value('--slide-heading-weight', '650'),
      headingIsUpperCase: value('--slide-heading-case', 'none') === 'uppercase',
    };
    probe.remove();
    read.set(look.theme, fonts);
  }
  return fonts;
}
