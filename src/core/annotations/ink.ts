import { getStroke } from 'perfect-freehand';

/** One point of a stroke, in slide units: CSS pixels of the slide at its own size, from its top left corner. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  /** From 0 to 1; 0.5 where the device does not tell. */
  readonly pressure: number;
  /** Milliseconds since the stroke began. */
  readonly time: number;
}

/** One stroke of a pen. */
export interface InkStroke {
  readonly kind: 'ink';
  readonly id: string;
  /** Key of its slide while the deck is open; '' where its slide was not found. */
  readonly slide: string;
  readonly points: readonly InkPoint[];
  /** `#rrggbb`. */
  readonly color: string;
  /** Of the pen, in slide units. */
  readonly width: number;
  /** When it was drawn, ISO 8601. */
  readonly created: string;
  /** Fields of its JSON-LD that this version does not know, kept for the program that wrote them. */
  readonly source?: Readonly<Record<string, unknown>>;
}

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
  const round = (value: number) => Math.round(value * 100) / 100;
  // Quadratic curves through the middles of the outline's edges, as perfect-freehand's documentation draws it.
  const curves = outline.map(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? first;
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0])} ${round(first[1])}Q${curves.join(' ')}Z`;
}
