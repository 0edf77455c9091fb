/** CSS that a deck may write in an attribute: looks, and no way to load, to leave the slide or to reach the program. */

const properties: ReadonlySet<string> = new Set(
  `accent-color align-content align-items align-self aspect-ratio
  background background-clip background-color background-image background-origin background-position background-repeat background-size
  baseline-shift block-size border border-block border-block-color border-block-end border-block-start border-bottom border-bottom-color
  border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color border-inline
  border-inline-end border-inline-start border-left border-left-color border-left-style border-left-width border-radius border-right
  border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
  border-top-right-radius border-top-style border-top-width border-width bottom box-decoration-break box-shadow box-sizing
  break-after break-before break-inside caption-side clear clip-path clip-rule color column-count column-fill column-gap column-rule
  column-span column-width columns direction display dominant-baseline empty-cells fill fill-opacity fill-rule filter flex flex-basis
  flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size
  font-size-adjust font-stretch font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric
  font-variation-settings font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end
  grid-column-start grid-row grid-row-end grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
  height hyphens inline-size inset inset-block inset-inline isolation justify-content justify-items justify-self left letter-spacing
  line-break line-height list-style list-style-position list-style-type margin margin-block margin-block-end margin-block-start
  margin-bottom margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top max-block-size max-height
  max-inline-size max-width min-block-size min-height min-inline-size min-width mix-blend-mode object-fit object-position opacity
  order outline outline-color outline-offset outline-style outline-width overflow overflow-wrap padding padding-block padding-block-end
  padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right padding-top
  paint-order perspective perspective-origin place-content place-items place-self position quotes right rotate row-gap ruby-align
  ruby-position scale shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width tab-size table-layout text-align text-align-last text-anchor text-decoration
  text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness text-emphasis text-indent text-orientation
  text-overflow text-rendering text-shadow text-transform text-underline-offset text-wrap top transform transform-origin translate
  unicode-bidi vector-effect vertical-align visibility white-space width word-break word-spacing writing-mode z-index`.split(
    /\s+/,
  ),
);

const functions: ReadonlySet<string> = new Set(
  `abs acos asin atan atan2 blur brightness calc circle clamp color color-mix conic-gradient contrast cos counter counters cubic-bezier
  drop-shadow ellipse exp fit-content grayscale hsl hsla hue-rotate hwb hypot inset invert lab lch light-dark linear-gradient log matrix
  matrix3d max min minmax mod oklab oklch opacity perspective polygon pow radial-gradient rect rem repeat repeating-conic-gradient
  repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez round saturate scale scale3d scalex
  scaley scalez sepia sign sin skew skewx skewy sqrt steps tan translate translate3d translatex translatey translatez var xywh`.split(
    /\s+/,
  ),
);

/**
 * Whether a CSS value is one that a deck may use: made of words, numbers, strings and functions that only compute or draw. An
 * escape, a block, a comment, a rule or any function that could load something is refused whole: no parsing, no guessing.
 */
export function isStyleValue(value: string): boolean {
  if (value.length > 2000 || /[\\{}@<;]|(?![\t\n])\p{Cc}|\/\*|!(?!\s*important\b)/u.test(value)) return false;
  for (const [, name = ''] of value.matchAll(/([\w-]*)\s*\(/g)) {
    if (name !== '' && !functions.has(name.toLowerCase())) return false;
  }
  return true;
}

/** The parts of `text` between semicolons that stand outside quotes and brackets. */
function declarations(text: string): readonly string[] {
  const parts: string[] = [''];
  let quote = '';
  let depth = 0;
  for (const char of text) {
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    if (char === ';' && quote === '' && depth <= 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${char}`);
  }
  return parts;
}

/** A `style` attribute taken apart: the declarations that may stay, and those that may not, each as written. */
export function checkStyle(text: string): { readonly style: string; readonly refused: readonly string[] } {
  const kept: string[] = [];
  const refused: string[] = [];
  for (const declaration of declarations(text)) {
    if (declaration.trim() === '') continue;
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    const holds = colon > 0 && properties.has(property) && value !== '' && isStyleValue(value);
    if (holds && !(property === 'position' && !/^(?:static|relative|absolute)(?:\s*!important)?$/i.test(value))) {
      kept.push(`${property}: ${value}`);
    } else {
      refused.push(declaration.trim());
    }
  }
  return { style: kept.join('; '), refused };
}
