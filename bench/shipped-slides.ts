import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDeck } from '../src/core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../src/core/deck/slide-index.ts';

/** Writes a deck of `count` slides of the shipped decks, over and over, with their images, into `folder`; its path. */
export function writeDeck(decks: string, count: number, folder: string): string {
  const bodies = readdirSync(decks)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const state = createDeck(readFileSync(join(decks, name), 'utf8'));
      return slideIndex(state).slides.map((slide) => slideBody(state, slide));
    })
    .filter((body) => !body.includes('data-visibility="hidden"'));
  // An id is of one slide.
  const own = (body: string, i: number): string => body.replace(/\bid="([^"]*)"/, (_, id: string) => `id="${id}-${i}"`);
  const slides = Array.from({ length: count }, (_, i) => own(bodies[i % bodies.length] ?? '', i));
  cpSync(join(decks, 'images'), join(folder, 'images'), { recursive: true });
  const path = join(folder, `slides-${count}.md`);
  writeFileSync(path, `---\ntitle: ${count} slides\nlang: en\n---\n\n${slides.join('\n\n---\n\n')}\n`);
  return path;
}
