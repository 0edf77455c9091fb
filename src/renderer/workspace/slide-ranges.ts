/** What a text such as `1-4, 6.1` selects, or what is wrong with it. */
export type SlideRanges = { readonly numbers: readonly number[] } | { readonly problem: string };

/**
 * Reads slides as people write them: by label, alone or as `from-to`, with commas or spaces between. A range goes from the
 * one slide to the other in file order; a label alone is that one slide.
 *
 * @param labels What people call the deck's slides, in file order.
 * @returns Slide numbers from 1 in file order, each once, in order; or the problem as a sentence.
 */
export function readSlideRanges(text: string, labels: readonly string[]): SlideRanges {
  const parts = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return { problem: 'Write which slides, such as 1-4, 6.1.' };
  const wanted = new Set<number>();
  for (const part of parts) {
    const [, first, last = first] = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined) return { problem: `“${part}” is not a slide or a range of slides.` };
    const missing = [first, last].find((label) => !labels.includes(label));
    if (missing !== undefined) return { problem: `There is no slide ${missing}; ${whatThereIs(labels)}.` };
    const [from, to] = [labels.indexOf(first), labels.indexOf(last)];
    if (from > to) return { problem: `“${part}” runs backwards.` };
    for (let place = from; place <= to; place++) wanted.add(place + 1);
  }
  return { numbers: [...wanted].sort((a, b) => a - b) };
}

function whatThereIs(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  const [column = ''] = last.split('.');
  if (labels.length === 1) return 'the deck has one slide';
  if (column === '1') return `the deck has slides 1 to ${last}`;
  return `the deck has slides 1 to ${column}${column === last ? '' : `, the last ${last}`}`;
}
