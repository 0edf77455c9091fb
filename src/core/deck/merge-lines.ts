import { diff3Merge } from 'node-diff3';

/** Texts with more lines are not merged line by line: that could take as long as their lines multiplied. */
const mostLines = 4000;

/**
 * Merges two edits of a text where they touch different lines.
 * @returns `null` where they touch the same ones
 */
export function mergeLines(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const [o, a, b] = [base, mine, theirs].map((text) => text.split('\n'));
  if (o === undefined || a === undefined || b === undefined) return null;
  if (o.length + a.length + b.length > mostLines) return null;
  const merged: string[] = [];
  for (const region of diff3Merge(a, o, b)) {
    if (region.ok === undefined) return null;
    merged.push(...region.ok);
  }
  return merged.join('\n');
}

/** A text with `\n` as its line ends, whatever they were. */
export function plainLines(text: string): string {
  return text.replace(/\r+(?=\n|$)/g, '');
}
