import type { Box } from '../drawn-deck.ts';
import type { Measures } from './measures.ts';

/** How many points each command of a path goes through, and what DrawingML calls it. */
const commands: Readonly<Record<string, readonly [points: number, element: string]>> = {
  M: [1, 'moveTo'],
  L: [1, 'lnTo'],
  Q: [2, 'quadBezTo'],
  C: [3, 'cubicBezTo'],
};

interface Segment {
  readonly element: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** SVG path data of absolute M, L, Q, C and Z, taken apart. What else it holds, and what is cut short, is left out. */
function segments(path: string): readonly Segment[] {
  const found: Segment[] = [];
  for (const [, letter = '', rest = ''] of path.matchAll(/([MLQCZ])([^A-Za-z]*)/gi)) {
    if (/z/i.test(letter)) {
      found.push({ element: 'close', points: [] });
      continue;
    }
    const command = commands[letter];
    if (command === undefined) continue;
    const [count, element] = command;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    for (let at = 0; at + count * 2 <= numbers.length; at += count * 2) {
      const points = Array.from(
        { length: count },
        (_, i) => [numbers[at + i * 2] ?? 0, numbers[at + i * 2 + 1] ?? 0] as const,
      );
      // Further points after a move are lines, as SVG has it.
      found.push({ element: element === 'moveTo' && at > 0 ? 'lnTo' : element, points });
    }
  }
  return found;
}

/** The area that a path’s points take up. */
export function pathBox(path: string): Box {
  const points = segments(path).flatMap((segment) => segment.points);
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}

/** A path as a shape’s geometry, in a box that its coordinates are relative to. */
export function freeform(path: string, box: Box, measures: Measures): string {
  const point = ([x, y]: readonly [number, number]) =>
    `<a:pt x="${measures.emu(x - box.x)}" y="${measures.emu(y - box.y)}"/>`;
  const drawn = segments(path)
    .map(({ element, points }) =>
      points.length === 0 ? '<a:close/>' : `<a:${element}>${points.map(point).join('')}</a:${element}>`,
    )
    .join('');
  return (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>' +
    `<a:path w="${measures.emu(box.width)}" h="${measures.emu(box.height)}">${drawn}</a:path></a:pathLst></a:custGeom>`
  );
}
