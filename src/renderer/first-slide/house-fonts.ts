import { isHouseTheme, type ThemeName } from '../../core/deck/themes.ts';

/** Latin letters and the punctuation of Western text: the house fonts have all of it. */
const covered = /^[\s\u0020-\u024f\u2010-\u2027\u202f-\u203a\u20ac]*$/;

/** Whether the house fonts are all that a text needs in a theme; see `more-fonts.css`. */
export function areHouseFontsEnough(text: string, theme: ThemeName): boolean {
  return isHouseTheme(theme) && covered.test(text);
}
