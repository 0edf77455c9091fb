import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedList, listChange } from '../../../../src/core/annotations/list-change.ts';

interface Item {
  readonly id: string;
  readonly value: number;
}

/** Lists without a repeated id, that share some items. */
const pool: readonly Item[] = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => [
  { id, value: 1 },
  { id, value: 2 },
]);
const list = fc
  .shuffledSubarray([...pool])
  .map((items) => items.filter(({ id }, i) => items.findIndex((other) => other.id === id) === i));

describe('the change from one list to another', () => {
  it('leads there, and the change back leads back', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const there = listChange(before, after);
        if (there === null) {
          expect(before).toEqual(after);
          return;
        }
        expect(changedList(before, there)).toEqual(after);
        expect(changedList(after, { out: there.into, into: there.out })).toEqual(before);
      }),
    );
  });

  it('names nothing that stays', () => {
    const [a, b, c] = [pool[0], pool[2], pool[4]] as [Item, Item, Item];
    expect(listChange([a, b, c], [a, b, c])).toBeNull();
    expect(listChange([a, b, c], [b, c, a])).toEqual({ out: [{ item: a, at: 0 }], into: [{ item: a, at: 2 }] });
    expect(listChange([a, b], [a, b, c])).toEqual({ out: [], into: [{ item: c, at: 2 }] });
  });

  it('never leaves an id twice, nor loses what it does not name, in whatever list it is made', () => {
    fc.assert(
      fc.property(list, list, list, (before, after, other) => {
        const change = listChange(before, after);
        if (change === null) return;
        const changed = changedList(other, change);
        const ids = changed.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const named = new Set([...change.out, ...change.into].map(({ item }) => item.id));
        expect(changed.filter(({ id }) => !named.has(id))).toEqual(other.filter(({ id }) => !named.has(id)));
        expect(new Set(changed)).toEqual(
          new Set([...other.filter(({ id }) => !named.has(id)), ...change.into.map(({ item }) => item)]),
        );
      }),
    );
  });
});
