import type { Text } from '@codemirror/state';
import { isBoundedPattern } from '../../../../core/deck/pattern-safety.ts';

/** So many steps of a regular expression take well under a second. */
const stepLimit = 2e8;

/**
 * Why a regular expression cannot be looked for in a text, or `null` where it can. One that can backtrack in only so many
 * ways is safe anywhere. Any other may be used where the lines are short enough for the worst that it can do to them;
 * repetitions in repetitions, whose cost doubles with each letter, may not.
 */
export function patternTrouble(pattern: string, caseSensitive: boolean, doc: Text): string | null {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    // As the browser says it, without the pattern in front.
    return `Not a regular expression: ${error instanceof Error ? error.message.replace(/^.*:\s*/, '') : String(error)}`;
  }
  if (isBoundedPattern(pattern, !caseSensitive)) return null;
  const bare = pattern.replace(/\\[\s\S]/g, 'x').replace(/\[\^?[^\]]*\]/g, 'x');
  const nested = /\)(?:[*+]|\{\d*,)/.test(bare) || /\\[1-9k]/.test(pattern);
  const repeats = (bare.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0) + 1;
  return nested || worstCase(longestStretch(pattern, doc), repeats) > stepLimit
    ? 'This pattern could take for ever here; make it simpler'
    : null;
}

/** In how many ways `repeats` repetitions can share out a text of this length. */
function worstCase(length: number, repeats: number): number {
  let steps = 1;
  for (let i = 1; i <= repeats; i++) steps *= (length + i) / i;
  return steps;
}

/** The longest text that a pattern is tried on at once: a line, or what the editor reads at a time where it can match line ends. */
function longestStretch(pattern: string, doc: Text): number {
  let longest = /\\[sWDnr]|\n|\r|\[\^/.test(pattern) ? 5000 : 0;
  for (const text of doc.iterLines()) longest = Math.max(longest, text.length);
  return longest;
}
