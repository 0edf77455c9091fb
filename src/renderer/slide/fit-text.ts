/** `r-fit-text` in still frames. On the stage reveal.js measures the text; a frame is not in the page yet when it is made. */
import type { DeckLook } from './deck-look.ts';

/** Share of the slide's width between its side paddings; see `look.css`. */
const contentWidth = 0.89;
const family = 'Inter, "Noto Sans JP", sans-serif';

/** Sizes each `r-fit-text` under `section` so that its text fills the slide's width, as far as its height allows. */
export function fitText(section: HTMLElement, look: DeckLook): void {
  const elements = section.querySelectorAll<HTMLElement>('.r-fit-text');
  if (elements.length === 0 || typeof OffscreenCanvas === 'undefined') return;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return;
  for (const element of elements) {
    context.font = `${/^H[1-6]$/.test(element.tagName) ? 650 : 400} 100px ${family}`;
    const width = context.measureText(element.textContent.trim()).width;
    if (width === 0) continue;
    const size = ((look.width * contentWidth) / width) * 100;
    element.style.fontSize = `${Math.min(Math.max(size, 24), look.height * 0.8).toFixed(1)}px`;
  }
}
