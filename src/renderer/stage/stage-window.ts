import type { StageMap } from './stage-map.ts';
import { entrance, type RouteRules } from './stage-routes.ts';

/** A column of the page: some of a deck's column, from the top. */
export interface MountedColumn {
  /** Whether the deck's column is a stack, even where only one slide of it is mounted. */
  readonly stacked: boolean;
  readonly keys: readonly string[];
}

/** How many slides before and after the current one, in file order, are in the page. */
const reach = 3;

/** How many steps ahead slides are made ready. */
const ahead = 3;

/**
 * The slides around `current`: those before and after it in file order, and where the columns beside its own are entered.
 * The nearest first.
 */
export function slidesNear(map: StageMap, current: string, rules: Pick<RouteRules, 'left'>): readonly string[] {
  const at = map.order(current);
  if (at < 0) return [];
  const { h } = map.place(current);
  const inOrder = Array.from({ length: reach }, (_, i) => [map.at(at + i + 1), map.at(at - i - 1)]).flat();
  const beside = [entrance(map, h + 1, rules), entrance(map, h - 1, rules)];
  return [...new Set([current, ...inOrder, ...beside].filter((key) => key !== undefined))];
}

/** The slides that the next steps on and back bring into the page, in the order in which that may be. */
export function slidesAhead(map: StageMap, current: string): readonly string[] {
  const at = map.order(current);
  if (at < 0) return [];
  return Array.from({ length: ahead }, (_, i) => [map.at(at + reach + i + 1), map.at(at - reach - i - 1)])
    .flat()
    .filter((key) => key !== undefined);
}

/** The part of a deck that is in the page, in file order: `keys`, of which those that are not in the deck are left out. */
export function mountedColumns(map: StageMap, keys: readonly string[]): readonly MountedColumn[] {
  const columns: { h: number; stacked: boolean; keys: string[] }[] = [];
  const inOrder = [...new Set(keys)].filter((key) => map.has(key)).toSorted((a, b) => map.order(a) - map.order(b));
  for (const key of inOrder) {
    const { h } = map.place(key);
    const last = columns.at(-1);
    if (last?.h === h) last.keys.push(key);
    else columns.push({ h, stacked: map.column(h).length > 1, keys: [key] });
  }
  return columns.map(({ stacked, keys: mounted }) => ({ stacked, keys: mounted }));
}
