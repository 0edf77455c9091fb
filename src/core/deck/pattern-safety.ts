import { isSafePattern } from 'redos-detector';

/**
 * Whether a regular expression can match one text in only so many ways, however long the text is. It is judged without
 * being run; what cannot be judged in so many steps counts as unbounded.
 */
export function isBoundedPattern(pattern: string, caseInsensitive: boolean): boolean {
  return isSafePattern(pattern, { multiLine: true, caseInsensitive, maxSteps: 2000 }).safe;
}
