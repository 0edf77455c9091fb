/** Selectors of one kind, which all weigh the same: element names, or classes. */
const kinds = [/^[a-z][a-z0-9]*$/, /^\.[\w-]+$/];

/** The last part of a selector, where that begins with choices: what stands before it, the choices, what follows. */
const choice = /^(.*[\s>+~])?:(is|where)\(([^()]*)\)((?::[\w-]+|\[[^\]]*\])*)$/s;

/** As much of PostCSS's rule as is needed. */
interface Rule {
  selectors: string[];
}

/**
 * A PostCSS plugin that writes `a :is(b, i)` as `a b, a i`, which means the same. A browser looks up the rules for an element
 * by the name or class at a selector's end; where choices stand there, it tries the rule on every element of the page.
 */
export const splitSelectors = {
  postcssPlugin: 'split-selectors',
  Rule: (rule: Rule): void => {
    const selectors = rule.selectors.flatMap(split);
    if (selectors.length > rule.selectors.length) rule.selectors = selectors;
  },
};

/** What a selector can be written as; itself where it has no choices at its end, or they do not weigh the same. */
export function split(selector: string): readonly string[] {
  const [, before = '', kind, list = '', after = ''] = choice.exec(selector) ?? [];
  const choices = list.split(',').map((part) => part.trim());
  if (choices.length < 2) return [selector];
  // What `:where` holds weighs nothing.
  if (kind === 'where')
    return choices.every((part) => kinds.some((pattern) => pattern.test(part)))
      ? choices.map((part) => `${before}:where(${part})${after}`)
      : [selector];
  return kinds.some((pattern) => choices.every((part) => pattern.test(part)))
    ? choices.map((part) => `${before}${part}${after}`)
    : [selector];
}
