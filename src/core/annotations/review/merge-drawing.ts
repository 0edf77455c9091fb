import type { Drawing } from '../drawing/drawing.ts';
import type { InkPoint } from '../drawing/ink.ts';
import { isSameValue } from './same-value.ts';

/** What of each kind of drawing others can change. A document tells pens from highlighters by their looks alone. */
const changeable = {
  ink: ['points', 'color', 'width'],
  line: ['from', 'to', 'arrow', 'color', 'width'],
  rectangle: ['x', 'y', 'width', 'height', 'color', 'strokeWidth'],
  ellipse: ['x', 'y', 'width', 'height', 'color', 'strokeWidth'],
  label: ['x', 'y', 'text', 'color', 'size'],
} as const satisfies Readonly<Record<Drawing['kind'], readonly string[]>>;

/**
 * A drawing of the deck with what was changed of it in a document. What was not, stays as the deck has it, whatever became of it
 * meanwhile.
 * @param exported as it was when the document was made
 * @param isLater whether the deck's was changed last: what was changed in both is as the deck has it then
 * @returns the very drawing of the deck where nothing was changed
 */
export function mergeDrawing(current: Drawing, exported: Drawing, read: Drawing, isLater: boolean): Drawing {
  if (exported.kind !== read.kind || current.kind !== read.kind) return current;
  const [was, is, own]: readonly Readonly<Record<string, unknown>>[] = [
    { ...asWritten(exported) },
    { ...read },
    { ...asWritten(current) },
  ];
  const changed = changeable[read.kind].filter(
    (field) => !isSameValue(was?.[field], is?.[field]) && !(isLater && !isSameValue(was?.[field], own?.[field])),
  );
  if (changed.length === 0) return current;
  const fields = Object.fromEntries(changed.map((field) => [field, is?.[field]]));
  const merged = { ...current, ...fields } as Drawing;
  return merged.kind === 'ink' && current.kind === 'ink' && changed.includes('points')
    ? { ...merged, points: withPressure(merged.points, current.points) }
    : merged;
}

/** A drawing as a document has it: a dot is a line of no length there, so that one of those is a dot when it comes back. */
function asWritten(drawing: Drawing): Drawing {
  if (drawing.kind !== 'ink' || drawing.points.length !== 2) return drawing;
  const [first, second] = drawing.points;
  const isDot = first !== undefined && second !== undefined && first.x === second.x && first.y === second.y;
  return isDot ? { ...drawing, points: [first] } : drawing;
}

/** Points as they are now, with the pressure and the times that they had: a document knows neither. */
function withPressure(now: readonly InkPoint[], before: readonly InkPoint[]): readonly InkPoint[] {
  if (now.length !== before.length) return now;
  return now.map(({ x, y }, i) => ({ ...(before[i] ?? { pressure: 0.5, time: 0 }), x, y }));
}
