/** Whether two lists hold the same things: so that a drawing on one slide does not redraw the others. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}
