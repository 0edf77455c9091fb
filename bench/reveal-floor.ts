import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { createDeck } from '../src/core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../src/core/deck/slide-index.ts';
import type { Window } from './app-window.ts';
import { sampleDeck } from './sample-deck.ts';
import { stepThrough } from './steps.ts';
import type { KeyCost } from './key-trace.ts';

const files = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../node_modules/reveal.js/dist/${path}`, import.meta.url)), 'utf8');

/** A page of reveal.js alone, with the sample deck's slides as its sections: what each step costs. */
export async function revealSteps(window: Window, slides: number): Promise<readonly KeyCost[]> {
  const { page } = window;
  await page.setContent(
    `<style>${files('reveal.css')}</style><div class="reveal"><div class="slides">${sections(slides)}</div></div>`,
  );
  await page.addScriptTag({ content: files('reveal.js') });
  await page.evaluate(async () => {
    const { Reveal } = globalThis as unknown as { Reveal: { initialize(options: object): Promise<void> } };
    await Reveal.initialize({ width: 1280, height: 720, center: false, margin: 0 });
  });
  return stepThrough(window, ' ');
}

/** The slides as HTML, stacked as the deck has them. */
function sections(slides: number): string {
  const markdown = new MarkdownIt({ html: true });
  const deck = createDeck(sampleDeck(slides));
  const columns: string[][] = [];
  for (const slide of slideIndex(deck).slides) {
    const html = `<section>${markdown.render(slideBody(deck, slide))}</section>`;
    const last = columns.at(-1);
    if (slide.break === 'vertical' && last !== undefined) last.push(html);
    else columns.push([html]);
  }
  return columns
    .map((column) => (column.length > 1 ? `<section>${column.join('')}</section>` : column.join('')))
    .join('');
}
