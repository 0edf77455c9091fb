import type { DrawnTheme } from '../drawn-deck.ts';

/** The colours of a presentation’s theme, and of what is painted with them. */
export class Palette {
  readonly #names: ReadonlyMap<string, string>;

  constructor(theme: DrawnTheme) {
    const [first, second, third, fourth, fifth] = theme.code;
    // Earlier names win: a colour that the theme has twice goes by what it means first.
    this.#names = new Map(
      [
        [fifth, 'accent6'],
        [fourth, 'accent5'],
        [third, 'accent4'],
        [second, 'accent3'],
        [first, 'accent2'],
        [theme.link, 'hlink'],
        [theme.accent, 'accent1'],
        [theme.muted, 'tx2'],
        [theme.panel, 'bg2'],
        [theme.ground, 'bg1'],
        [theme.text, 'tx1'],
      ].flatMap(([colour, name]) => (colour === undefined || name === undefined ? [] : [[colour, name] as const])),
    );
  }

  /** A colour by the name that the theme has for it, so that it changes with the theme; else as it is. */
  colour(colour: string): string {
    const [opaque, alpha] = [colour.slice(0, 7), colour.slice(7)];
    const share = alpha === '' ? '' : `<a:alpha val="${Math.round((Number.parseInt(alpha, 16) / 255) * 100_000)}"/>`;
    const name = this.#names.get(opaque);
    const [tag, value] = name === undefined ? ['a:srgbClr', opaque.slice(1).toUpperCase()] : ['a:schemeClr', name];
    return share === '' ? `<${tag} val="${value}"/>` : `<${tag} val="${value}">${share}</${tag}>`;
  }

  fill(colour: string | null): string {
    return colour === null ? '<a:noFill/>' : `<a:solidFill>${this.colour(colour)}</a:solidFill>`;
  }
}
