/** The style sheets that a deck brings along, applied to its slides wherever they are shown. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { safeCss } from './safe-css.ts';

/** One style sheet of a deck. */
export interface DeckCss {
  /** As the front matter names it. */
  readonly name: string;
  /** Its absolute address. */
  readonly address: string;
  /** The deck's folder as an absolute URL that ends with `/`. */
  readonly folder: string;
}

const worn = new Map<string, Promise<readonly Diagnostic[]>>();

/**
 * Has an element's slides wear a deck's style sheets; each is read once. They reach nothing outside of elements that were
 * handed to this function for them, whatever their selectors say, and are stronger than a theme.
 * @returns when they hold: what was wrong with them
 */
export async function wearDeckCss(element: HTMLElement, sheets: readonly DeckCss[]): Promise<readonly Diagnostic[]> {
  element.dataset['deckCss'] = sheets.map(({ address }) => address).join(' ');
  const problems = sheets.map((sheet) => {
    const known = worn.get(sheet.address);
    if (known !== undefined) return known;
    const applied = apply(sheet);
    worn.set(sheet.address, applied);
    return applied;
  });
  return (await Promise.all(problems)).flat();
}

async function apply({ name, address, folder }: DeckCss): Promise<readonly Diagnostic[]> {
  const sheet = new CSSStyleSheet();
  // Its place is taken before it is there: later sheets stand over it.
  document.adoptedStyleSheets.push(sheet);
  let text: string;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`status ${response.status}`);
    text = await response.text();
  } catch {
    worn.delete(address);
    return [left('css-missing', `The style sheet “${name}” cannot be read; the deck is shown without it.`)];
  }
  const { rules, fonts, leftOut } = safeCss(text, address, folder);
  sheet.replaceSync(
    `${fonts}\n@scope ([data-deck-css~="${CSS.escape(address)}"]) {\n:scope:not(#lectern) {\n${rules}\n}\n}`,
  );
  return leftOut.map((what) =>
    left('css-left-out', `“${what}” in the style sheet “${name}” is not allowed in a deck and was left out.`),
  );
}

function left(code: string, message: string): Diagnostic {
  return { code, severity: 'warning', message };
}
