import type { ChangeSpec, Text } from '@codemirror/state';

/**
 * The one change that makes `after` of `before`: only the middle that differs is replaced, so that carets, folds and slide
 * keys around it stay where they are. `null` where nothing differs.
 */
export function textDifference(before: Text, after: Text): ChangeSpec | null {
  if (before.eq(after)) return null;
  const a = before.toString();
  const b = after.toString();
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let end = 0;
  while (end < shorter - from && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { from, to: a.length - end, insert: after.slice(from, b.length - end) };
}
