import { outOfOrder } from '../deck/out-of-order.ts';

/** Something in a list that no other thing in it shares its id with. */
export interface Listed {
  readonly id: string;
}

interface Placed<T> {
  readonly item: T;
  readonly at: number;
}

/**
 * How one list becomes another: what goes, with its place in the old list, and what comes, with its place in the new one.
 * What is in another place among those that stay does both. The other way round it leads back.
 */
export interface ListChange<T> {
  readonly out: readonly Placed<T>[];
  readonly into: readonly Placed<T>[];
}

/**
 * The change from one list to another, by the identity of their items; as few as can be go or come.
 * @returns `null` where the lists are the same
 */
export function listChange<T extends Listed>(before: readonly T[], after: readonly T[]): ListChange<T> | null {
  if (before === after) return null;
  const places = new Map(before.map((item, at) => [item, at]));
  const was = after.map((item) => places.get(item) ?? -1);
  const moved = outOfOrder(was);
  const stays = new Set(after.filter((_, at) => was[at] !== -1 && !moved.has(at)));
  const placed = (list: readonly T[]) => list.flatMap((item, at) => (stays.has(item) ? [] : [{ item, at }]));
  const change = { out: placed(before), into: placed(after) };
  return change.out.length + change.into.length === 0 ? null : change;
}

/**
 * A list after a change. In another list than the change was made for, as after somebody else's changes, places count as
 * near as they can; an id is in the new list once at most, whatever was in the old one.
 */
export function changedList<T extends Listed>(list: readonly T[], { out, into }: ListChange<T>): readonly T[] {
  const gone = new Set([...out, ...into].map(({ item }) => item.id));
  const kept = list.filter(({ id }) => !gone.has(id));
  const changed: T[] = [];
  let next = 0;
  for (const { item, at } of into) {
    while (changed.length < at && next < kept.length) {
      const stays = kept[next++];
      if (stays !== undefined) changed.push(stays);
    }
    changed.push(item);
  }
  return [...changed, ...kept.slice(next)];
}
