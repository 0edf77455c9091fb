/** `r-fit-text` in still frames. On the stage reveal.js measures the text; a frame is not in the page yet when it is made. */
import type { DeckLook } from './deck-look.ts';
import { lookFonts } from './look-fonts.ts';

/** Share of the slide's width between its side paddings; see `look.css`. */
const contentWidth = 0.89;

/** Sizes each `r-fit-text` under `section` so that its text fills the slide's width, as far as its height allows. */
export function fitText(section: HTMLElement, look: DeckLook): void {
  const elements = section.querySelectorAll<HTMLElement>('.r-fit-text');
  if (elements.length === 0 || typeof OffscreenCanvas === 'undefined') return;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return;
  for (const element of elements) {
    const { font, text } = setting(element, look);
    const fit = (): void => {
      context.font = font;
      const { width } = context.measureText(text);
      if (width === 0) return;
      const size = ((look.width * contentWidth) / width) * 100;
      element.style.fontSize = `${Math.min(Math.max(size, 24), look.height * 0.8).toFixed(1)}px`;
    };
    fit();
    // A theme's font is read when it is first used: what was measured before is measured again.
    if (!document.fonts.check(font, text)) void document.fonts.load(font, text).then(fit, () => {});
  }
}

/** The font that an element's text is measured in, and the text as it is shown. */
function setting(element: HTMLElement, look: DeckLook): { readonly font: string; readonly text: string } {
  const fonts = lookFonts(look);
  const isHeading = /^H[1-6]$/.test(element.tagName);
  const text = element.textContent.trim();
  const family = `${isHeading ? fonts.heading : fonts.text}, "Noto Sans JP", sans-serif`;
  return {
    font: `${isHeading ? fonts.headingWeight : 400} 100px ${family}`,
    text: isHeading && fonts.headingIsUpperCase ? text.toLocaleUpperCase(look.lang) : text,
  };
}
