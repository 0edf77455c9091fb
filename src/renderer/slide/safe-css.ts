/** What of a deck's own style sheet may be applied: it styles slides, loads files of its deck, and reaches nothing else. */
import { isDataImage } from '../../core/markdown/local-url.ts';

export interface SafeCss {
  /** Style rules, to be nested in a rule for what holds the slides. */
  readonly rules: string;
  /** `@font-face` rules, which stand by themselves. */
  readonly fonts: string;
  /** What was left out, as the author wrote it, shortened. */
  readonly leftOut: readonly string[];
}

/** The program's own families: a deck's font of that name would change the program too. */
const ownFamilies = /^["']?(?:inter|jetbrains mono|noto sans jp)["']?$/i;

/** What would act on the window, not on the slide: parts to drag it by, transitions of the whole page. */
const ownProperties = /^(?:-webkit-app-region|app-region|view-transition-.*|anchor-name)$/;

/** Properties by which style sheets for reveal.js change its themes, and what they are called here. */
const revealNames: ReadonlyMap<string, string> = new Map([
  ['--r-background-color', '--slide-ground'],
  ['--r-main-color', '--slide-text'],
  ['--r-main-font', '--slide-font'],
  ['--r-heading-color', '--slide-heading'],
  ['--r-heading-font', '--slide-heading-font'],
  ['--r-heading-font-weight', '--slide-heading-weight'],
  ['--r-heading-letter-spacing', '--slide-heading-spacing'],
  ['--r-heading-text-transform', '--slide-heading-case'],
  ['--r-heading-text-shadow', '--slide-heading-shadow'],
  ['--r-link-color', '--slide-link'],
]);

/**
 * Reads a style sheet with the browser's own parser, takes out what is not safe, and writes the rest anew.
 * @param address the style sheet's own, which its addresses are relative to
 * @param folder the deck's, as an absolute URL that ends with `/`
 */
export function safeCss(text: string, address: string, folder: string): SafeCss {
  const sheet = new CSSStyleSheet();
  // A sheet that is made this way never loads an `@import`.
  sheet.replaceSync(text);
  const leftOut: string[] = [];
  if (/@import\b/i.test(text)) leftOut.push('@import');
  const fonts: string[] = [];

  const clean = (holder: CSSStyleSheet | CSSGroupingRule | CSSStyleRule, isTop: boolean): void => {
    for (let i = holder.cssRules.length - 1; i >= 0; i--) {
      const rule = holder.cssRules[i];
      if (rule === undefined || keep(rule, isTop)) continue;
      holder.deleteRule(i);
    }
  };
  const keep = (rule: CSSRule, isTop: boolean): boolean => {
    if (rule instanceof CSSFontFaceRule) {
      const isSafe = !ownFamilies.test(rule.style.getPropertyValue('font-family')) && cleanStyle(rule.style);
      if (isSafe) fonts.push(rule.cssText);
      else leftOut.push(shortened(rule.cssText));
      return false;
    }
    if (rule instanceof CSSStyleRule) {
      rule.selectorText = inSlides(rule.selectorText);
      // What a rule is nested in is the program's: only rules inside of the deck's own may name it.
      if (/:scope|:host/i.test(rule.selectorText) || (isTop && rule.selectorText.includes('&'))) {
        leftOut.push(shortened(rule.selectorText));
        return false;
      }
      cleanStyle(rule.style);
      clean(rule, false);
      return true;
    }
    if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule || rule instanceof CSSContainerRule) {
      clean(rule, isTop);
      return true;
    }
    if (
      'style' in rule &&
      rule.style instanceof CSSStyleDeclaration &&
      rule.constructor.name === 'CSSNestedDeclarations'
    )
      return cleanStyle(rule.style) || true;
    leftOut.push(shortened(rule.cssText));
    return false;
  };
  /** Takes out declarations that are not safe; says whether all were. */
  const cleanStyle = (style: CSSStyleDeclaration): boolean => {
    let isClean = true;
    for (const name of Array.from(style)) {
      const value = localValue(style.getPropertyValue(name), name.startsWith('--'), address, folder);
      if (value === null || ownProperties.test(name)) {
        leftOut.push(shortened(`${name}: ${style.getPropertyValue(name)}`));
        style.removeProperty(name);
        isClean = false;
        continue;
      }
      const priority = style.getPropertyPriority(name);
      if (value !== style.getPropertyValue(name)) style.setProperty(name, value, priority);
      const ours = revealNames.get(name);
      if (ours !== undefined) style.setProperty(ours, value, priority);
    }
    return isClean;
  };

  clean(sheet, true);
  return {
    rules: Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'),
    fonts: fonts.toReversed().join('\n'),
    leftOut: leftOut.toReversed(),
  };
}

/** A value with its addresses made absolute; `null` where one is not a file of the deck, or cannot be told. */
function localValue(value: string, isCustom: boolean, address: string, folder: string): string | null {
  // The value of a custom property is kept as it was written, escapes and all: it may not name files.
  if (isCustom) return /\\|url|src\s*\(|image/i.test(value) ? null : value;
  let isLocal = true;
  const resolved = value.replace(/url\("((?:[^"\\]|\\.)*)"\)/g, (_, written: string) => {
    if (isDataImage(written) || written.startsWith('#')) return `url("${written}")`;
    const found = written.includes('\\') ? undefined : URL.parse(written, address)?.href;
    if (found?.startsWith(folder) === true) return `url("${found}")`;
    isLocal = false;
    return '';
  });
  return isLocal && !/(?:^|[^-\w])(?:src|image)\(/i.test(resolved) ? resolved : null;
}

/** Selectors for the page as a whole mean what holds the slides. */
function inSlides(selector: string): string {
  return selector
    .replace(/(^|[\s,>+~(])(?::root|html|body|\.reveal-viewport)(?![\w-])/g, '$1.reveal')
    .replace(/(?:\.reveal\s+)+(?=\.reveal(?![\w-]))/g, '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
