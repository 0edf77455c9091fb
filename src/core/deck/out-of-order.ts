/** The places in `values` (those of -1 left out) that have to move for the rest to rise: as few as can be. */
export function outOfOrder(values: readonly number[]): ReadonlySet<number> {
  // Patience sorting: `ends[n]` is where the rising run of length n + 1 with the smallest last value ends.
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [place, value] of values.entries()) {
    if (value === -1) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(place, ends[low - 1] ?? -1);
    ends[low] = place;
  }
  const moved = new Set([...values.keys()].filter((place) => values[place] !== -1));
  for (let place = ends.at(-1) ?? -1; place !== -1; place = before.get(place) ?? -1) moved.delete(place);
  return moved;
}
