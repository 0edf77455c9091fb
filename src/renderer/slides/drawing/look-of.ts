import { hexColour, visibleColour } from './colours.ts';
import type { RunLook } from './draw-runs.ts';
import { pixels } from './frame-place.ts';

/** From this weight on, letters are bold: between it and plain ones, presentations have nothing. */
const bold = 550;

const inline = /^inline(?:-block)?$/;

/** The look of text right inside of an element, as it is computed there. */
export function computedLook(element: Element, lang: string): RunLook {
  const style = getComputedStyle(element);
  const raised = element.closest('sup, sub');
  // Raised letters are made smaller by the program that shows them.
  const size = pixels(getComputedStyle(raised?.parentElement ?? element).fontSize);
  const marks = lines(element);
  const own = element.closest('[lang]')?.getAttribute('lang') ?? lang;
  return {
    size: Math.round(size * 100) / 100,
    colour: hexColour(style.color),
    ...(Number(style.fontWeight) >= bold ? { bold: true } : {}),
    ...(style.fontStyle === 'italic' || style.fontStyle.startsWith('oblique') ? { italic: true } : {}),
    ...(marks.underline ? { underline: true } : {}),
    ...(marks.strike ? { strike: true } : {}),
    ...(/mono/i.test(style.fontFamily) ? { code: true } : {}),
    ...(element.closest('h1, h2, h3, h4, h5, h6') === null ? {} : { heading: true }),
    ...(style.textTransform === 'uppercase' ? { capitals: true } : {}),
    ...(raised === null ? {} : { raised: raised.tagName === 'SUP' ? 'super' : 'sub' }),
    ...(marks.highlight === null ? {} : { highlight: marks.highlight }),
    ...(own === lang ? {} : { lang: own }),
  };
}

/** What is not inherited and still seen: lines and grounds of the elements in the line around the text. */
function lines(element: Element): {
  readonly underline: boolean;
  readonly strike: boolean;
  readonly highlight: string | null;
} {
  let [underline, strike] = [false, false];
  let highlight: string | null = null;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    strike ||= style.textDecorationLine.includes('line-through');
    // A link’s line comes with the link.
    underline ||= at.tagName !== 'A' && style.textDecorationLine.includes('underline');
    if (!inline.test(style.display)) break;
    highlight ??= visibleColour(style.backgroundColor);
  }
  return { underline, strike, highlight };
}
