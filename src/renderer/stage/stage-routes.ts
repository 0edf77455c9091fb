import type { StageMap } from './stage-map.ts';

/** A step: in reading order, to another column, or within one. In decks from right to left, `onward` leads to the left. */
export type StageStep = 'next' | 'previous' | 'onward' | 'backward' | 'up' | 'down';

export interface RouteRules {
  /** Whether the deck's last slide leads to its first. */
  readonly loop: boolean;
  /** Whether another column is entered at the row that one comes from. */
  readonly grid: boolean;
  /** The slides that their stacks were left from: a stack is entered there again. */
  readonly left: ReadonlySet<string>;
}

export interface Route {
  readonly key: string;
  /** Over an end of the deck, or of a stack, to its other end. */
  readonly looped: boolean;
}

/** Where a step leads, as reveal.js has it; `null` where it leads nowhere. */
export function routeFrom(map: StageMap, key: string, step: StageStep, rules: RouteRules): Route | null {
  const { h, v } = map.place(key);
  const rows = map.column(h);
  switch (step) {
    case 'next':
      if (v + 1 < rows.length) return routeFrom(map, key, 'down', rules);
      // A deck that is a single stack goes round within it.
      return map.columns.length === 1
        ? routeFrom(map, key, 'down', rules)
        : routeFrom(map, key, 'onward', { ...rules, grid: false });
    case 'previous': {
      const before = map.at(map.order(key) - 1) ?? (rules.loop ? map.slides.at(-1)?.key : undefined);
      return before === undefined || before === key ? null : { key: before, looped: map.order(key) === 0 };
    }
    case 'onward':
    case 'backward': {
      const wanted = h + (step === 'onward' ? 1 : -1);
      const column = wrapped(wanted, map.columns.length, rules.loop);
      if (column === null) return null;
      const entered = rules.grid
        ? map.keyAt(column, Math.min(v, map.column(column).length - 1))
        : entrance(map, column, rules);
      return entered === undefined ? null : { key: entered, looped: column !== wanted };
    }
    case 'up':
    case 'down': {
      const wanted = v + (step === 'down' ? 1 : -1);
      const row = wrapped(wanted, rows.length, rules.loop);
      const found = row === null ? undefined : rows[row];
      return found === undefined ? null : { key: found, looped: row !== wanted };
    }
  }
}

/** The slide at which a column is entered from the side: where it was left, else its top. */
export function entrance(map: StageMap, h: number, { left }: Pick<RouteRules, 'left'>): string | undefined {
  const rows = map.column(h);
  return rows.find((key) => left.has(key)) ?? rows[0];
}

/** An index within `length`, counted on from the other end where a deck loops; `null` where there is nothing. */
function wrapped(index: number, length: number, loop: boolean): number | null {
  if (index >= 0 && index < length) return index;
  return loop && length > 1 ? (index + length) % length : null;
}
