import { Failure } from '../failure.ts';

/** The largest number that a range may name: past any deck, and small enough to list. */
const largest = 100_000;

/**
 * The slide numbers that a text such as `1-5,8` names: whole numbers from 1 and ranges of them, divided by commas, in
 * any order. Each number comes once, in rising order. Throws a Failure (`bad-arguments`) for anything else.
 */
export function parseSlideRange(text: string): readonly number[] {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    if (match === null)
      throw invalid(
        text,
        part.trim() === '' ? 'a number is missing' : `“${part.trim()}” is neither a number nor a range`,
      );
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first < 1) throw invalid(text, 'slides count from 1');
    if (last > largest) throw invalid(text, `${match[2] ?? match[1]} is more than ${largest}`);
    if (last < first) throw invalid(text, `${first}-${last} runs backwards`);
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return [...numbers].toSorted((a, b) => a - b);
}

function invalid(text: string, why: string): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: `“${text}” does not name slides: ${why}.`,
    wayOut: 'Give numbers and ranges, such as 1-5,8.',
  });
}
