import type { ReactElement } from 'react';
import { drawingBounds } from '../../core/annotations/drawing/drawing-bounds.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { type Area, type Point, unionOf } from '../../core/annotations/drawing/geometry.ts';
import type { Handle } from './gestures/scale-gesture.ts';

/** More drawings than this have no frame each, but one around all of them. */
const mostFrames = 60;

const handles: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

const cursors: Readonly<Record<string, string>> = {
  '-1 -1': 'nwse-resize',
  '0 -1': 'ns-resize',
  '1 -1': 'nesw-resize',
  '1 0': 'ew-resize',
};

/** The area that is framed for what is selected, in slide units; `null` for nothing. */
export function selectionArea(selected: readonly Drawing[]): Area | null {
  return unionOf(selected.map(drawingBounds));
}

interface SelectionFrameProps {
  readonly selected: readonly Drawing[];
  /** How far it is shown from where it lies, in slide units. */
  readonly shift: Point;
  /** CSS pixels for one slide unit. */
  readonly scale: number;
}

/** What is selected, framed, with the handles that scale it; a line by itself has one at each end. */
export function SelectionFrame({ selected, shift, scale }: SelectionFrameProps): ReactElement | null {
  const area = selectionArea(selected);
  if (area === null) return null;
  const [only] = selected;
  const isLine = selected.length === 1 && only?.kind === 'line';
  const each =
    selected.length > 1 && selected.length <= mostFrames
      ? selected.map((drawing) => ({ drawing, area: drawingBounds(drawing) }))
      : [];
  return (
    <g className="ui-selection" transform={`translate(${shift.x} ${shift.y})`}>
      {each.map(({ drawing, area: own }) => (
        <Outline key={drawing.id} className="ui-selection-part" area={own} margin={3 / scale} />
      ))}
      {!isLine && <Outline className="ui-selection-all" area={area} margin={5 / scale} />}
      {isLine
        ? (['from', 'to'] as const).map((end) => (
            <Grip key={end} name={`end ${end}`} at={only[end]} scale={scale} cursor="crosshair" round />
          ))
        : handles.map(({ x, y }) => (
            <Grip
              key={`${x} ${y}`}
              name={`${x} ${y}`}
              at={handlePlace(area, { x, y }, 5 / scale)}
              scale={scale}
              cursor={cursors[`${x} ${y}`] ?? cursors[`${-x} ${-y}`] ?? ''}
            />
          ))}
    </g>
  );
}

function handlePlace({ x, y, width, height }: Area, handle: Handle, margin: number): Point {
  return {
    x: x + (width * (handle.x + 1)) / 2 + handle.x * margin,
    y: y + (height * (handle.y + 1)) / 2 + handle.y * margin,
  };
}

function Outline({
  className,
  area: { x, y, width, height },
  margin,
}: {
  readonly className: string;
  readonly area: Area;
  readonly margin: number;
}): ReactElement {
  return (
    <rect
      className={className}
      x={x - margin}
      y={y - margin}
      width={width + 2 * margin}
      height={height + 2 * margin}
      vectorEffect="non-scaling-stroke"
    />
  );
}

interface GripProps {
  readonly name: string;
  readonly at: Point;
  readonly scale: number;
  readonly cursor: string;
  readonly round?: boolean;
}

/** A handle: small to see, and large enough for a finger. */
function Grip({ name, at: { x, y }, scale, cursor, round = false }: GripProps): ReactElement {
  const [seen, taken] = [9 / scale, 22 / scale];
  return (
    <g data-handle={name} style={{ cursor }}>
      <rect className="ui-grip-reach" x={x - taken / 2} y={y - taken / 2} width={taken} height={taken} />
      <rect
        className="ui-grip"
        x={x - seen / 2}
        y={y - seen / 2}
        width={seen}
        height={seen}
        rx={round ? seen / 2 : 1.5 / scale}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}

/** What a handle under a pointer moves; `null` where there is none. */
export function handleAt(target: EventTarget | null): Handle | 'from' | 'to' | null {
  const name = target instanceof Element ? target.closest('[data-handle]')?.getAttribute('data-handle') : null;
  if (name === null || name === undefined) return null;
  if (name === 'end from') return 'from';
  if (name === 'end to') return 'to';
  return handles.find(({ x, y }) => name === `${x} ${y}`) ?? null;
}
