import { getStroke } from 'perfect-freehand';
import { distanceToSegment, type Point } from './geometry.ts';
import type { InkStroke } from './ink.ts';

/**
 * The outline of a stroke as SVG path data, to be filled with its colour.
 * @returns '' for a stroke without points
 */
export function strokePath(stroke: Pick<InkStroke, 'points' | 'width'>): string {
  const outline = getStroke(
    stroke.points.map(({ x, y, pressure }) => [x, y, pressure] as [number, number, number]),
    {
      size: stroke.width,
      thinning: 0.5,
      smoothing: 0.5,
      streamline: 0.4,
      simulatePressure: stroke.points.every(({ pressure }) => pressure === 0.5),
      last: true,
    },
  );
  const [first] = outline;
  if (first === undefined) return '';
  // Quadratic curves through the middles of the outline's edges, as perfect-freehand's documentation draws it.
  const curves = outline.map(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? first;
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0])} ${round(first[1])}Q${curves.join(' ')}Z`;
}

/**
 * The middle line of a stroke as SVG path data, to be drawn as wide as the pen: curves through the middles between points.
 * @returns '' for a stroke without points
 */
export function centrePath(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  // A line of no length is a dot where its caps are round.
  if (points.length < 3) return `M${round(first.x)} ${round(first.y)}L${round(last.x)} ${round(last.y)}`;
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [{ x, y }, next] = [points[i] ?? last, points[i + 1] ?? last];
    const end = i === points.length - 2 ? last : { x: (x + next.x) / 2, y: (y + next.y) / 2 };
    path += `Q${round(x)} ${round(y)} ${round(end.x)} ${round(end.y)}`;
  }
  return path;
}

/** As {@link centrePath}, of straight lines through as few points as stay within a unit of the others: short, for a file. */
export function roughPath(points: readonly Point[]): string {
  const kept = simplified(points, 1);
  const [first = { x: 0, y: 0 }] = kept;
  const rest = kept.length === 1 ? [first] : kept.slice(1);
  return `M${coarse(first)}L${rest.map(coarse).join(' ')}`;
}

/** The points of a line that keep it within a tolerance of itself: Ramer, Douglas and Peucker's way. */
export function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  if (points.length < 3) return points;
  const keeps = new Uint8Array(points.length);
  const spans: [number, number][] = [[0, points.length - 1]];
  keeps[0] = keeps[points.length - 1] = 1;
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const [start, end] = [points[from], points[to]];
    if (start === undefined || end === undefined) continue;
    let [worst, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i++) {
      const off = distanceToSegment(points[i] ?? start, start, end);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at === -1) continue;
    keeps[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keeps[i] === 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function coarse({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
