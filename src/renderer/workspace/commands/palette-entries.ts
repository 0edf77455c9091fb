import type { ReadyCommand } from './command-registry.ts';

/** A slide as the palette offers it. */
export interface PaletteSlide {
  readonly key: string;
  /** As the navigator numbers it, such as `3.1`. */
  readonly label: string;
  readonly title: string;
}

/** How many slides are offered at most. */
const mostSlides = 30;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word that was typed begins a word of `text`, or is part of it. */
function fits(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

const wordsOf = (typed: string): readonly string[] => fold(typed).split(/\s+/).filter(Boolean);

/** The commands that fit what was typed: those whose name begins with it first, else in the order of the menus. */
export function matchingCommands(commands: readonly ReadyCommand[], typed: string): readonly ReadyCommand[] {
  const words = wordsOf(typed);
  const rank = ({ label }: ReadyCommand): number => (fold(label).startsWith(words.join(' ')) ? 0 : 1);
  return commands
    .filter(({ label, info }) => fits(`${label} ${info.menu ?? ''}`, words))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The slides whose number or title fits what was typed; none where nothing was. */
export function matchingSlides(slides: readonly PaletteSlide[], typed: string): readonly PaletteSlide[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const exact = slides.filter(({ label }) => label === typed.trim());
  const found = [...exact];
  for (const slide of slides) {
    if (found.length >= mostSlides) break;
    if (!exact.includes(slide) && fits(slide.title, words)) found.push(slide);
  }
  return found;
}
