/** What a text such as `1-4, 6` selects, or what is wrong with it. */
export type SlideRanges = { readonly numbers: readonly number[] } | { readonly problem: string };

/**
 * Reads slide numbers as people write them: alone or as `from-to`, with commas or spaces between.
 *
 * @param count How many slides the deck has.
 * @returns Slide numbers from 1, each once, in order; or the problem as a sentence.
 */
export function readSlideRanges(text: string, count: number): SlideRanges {
  const parts = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return { problem: 'Write which slides, such as 1-4, 6.' };
  const wanted = new Set<number>();
  for (const part of parts) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined) return { problem: `“${part}” is not a slide or a range of slides.` };
    const [from, to] = [Number(first), Number(last)];
    const missing = [from, to].find((number) => number < 1 || number > count);
    if (missing !== undefined) return { problem: `There is no slide ${missing}; the deck has slides 1 to ${count}.` };
    if (from > to) return { problem: `“${part}” runs backwards.` };
    for (let number = from; number <= to; number++) wanted.add(number);
  }
  return { numbers: [...wanted].sort((a, b) => a - b) };
}
