import type { ToolName } from '../../contract/drawing-tools.ts';
import { drawingBounds } from '../../core/annotations/drawing/drawing-bounds.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { isWithin, type Point } from '../../core/annotations/drawing/geometry.ts';
import { drawingsAt } from '../../core/annotations/drawing/hit.ts';
import { layerOf } from '../../core/annotations/slide-annotations.ts';
import { type DrawingDesk, idsOf } from './drawing-desk.ts';
import { EndGesture } from './gestures/end-gesture.ts';
import { EraseGesture } from './gestures/erase-gesture.ts';
import type { Gesture } from './gestures/gesture.ts';
import { LassoGesture } from './gestures/lasso-gesture.ts';
import { MoveGesture } from './gestures/move-gesture.ts';
import { PenGesture } from './gestures/pen-gesture.ts';
import { type Handle, ScaleGesture } from './gestures/scale-gesture.ts';
import { ShapeGesture } from './gestures/shape-gesture.ts';
import { editLabel, writeLabel } from './labels.ts';
import type { Paper } from './paper.ts';
import { saySelected } from './say-selected.ts';
import { selectionArea } from './selection-frame.tsx';
import { toolOf } from './tools.ts';

/** How near a pointer has to come to a drawing to mean it, in CSS pixels. */
const reach = 6;

/** Told how what is selected is shown while it is being moved or changed. */
export interface SelectionShown {
  readonly moved: (dx: number, dy: number) => void;
  /** `null` where it is again what the deck says. */
  readonly changed: (drawings: readonly Drawing[] | null) => void;
}

export interface GestureStart {
  readonly at: Point;
  readonly shift: boolean;
  /** Whether the eraser end of a stylus is used, whatever the tool. */
  readonly erases: boolean;
  readonly handle: Handle | 'from' | 'to' | null;
}

/** The drawing that a pointer means: the topmost one near it. */
export function drawingUnder(desk: DrawingDesk, paper: Paper, at: Point): Drawing | undefined {
  return drawingsAt(desk.free(), at, reach / paper.scale)[0];
}

/** Begins what the tool in use does where the pointer is put down; `null` where that is done at once, or cannot be done. */
export function beginGesture(
  desk: DrawingDesk,
  paper: Paper,
  start: GestureStart,
  shown: SelectionShown,
): Gesture | null {
  const { tool, styles } = desk.model.state();
  if (tool === 'select' && !start.erases) return beginSelecting(desk, paper, start, shown);
  const used: ToolName = start.erases && tool !== 'partEraser' ? 'eraser' : tool;
  const { colors, widths } = toolOf(used);
  const style = styles[used];
  const look = { color: colors[style.color]?.value ?? '', width: widths[style.width]?.value ?? 0 };
  if (used === 'eraser' || used === 'partEraser')
    return new EraseGesture(desk, paper, look.width, used === 'partEraser');
  if (!desk.canDraw()) return null;
  switch (used) {
    case 'pen':
    case 'highlighter':
      return new PenGesture(desk, paper, { tool: used, ...look });
    case 'line':
    case 'arrow':
    case 'rectangle':
    case 'ellipse':
      return new ShapeGesture(desk, paper, used, look);
    default: {
      const under = drawingUnder(desk, paper, start.at);
      if (under?.kind === 'label') editLabel(desk, under);
      // The pointer is where the first line will be.
      else writeLabel(desk, { x: start.at.x, y: start.at.y - look.width * 0.6 });
      return null;
    }
  }
}

function beginSelecting(
  desk: DrawingDesk,
  paper: Paper,
  { at, shift, handle }: GestureStart,
  shown: SelectionShown,
): Gesture | null {
  const selected = desk.selected();
  const area = selectionArea(selected);
  const [only] = selected;
  if (handle !== null && area !== null) {
    if (handle !== 'from' && handle !== 'to') return new ScaleGesture(desk, paper, handle, shown.changed);
    if (only?.kind === 'line') return new EndGesture(desk, paper, only, handle, shown.changed);
  }
  const under = drawingUnder(desk, paper, at);
  const ids = idsOf(selected);
  if (under === undefined) {
    // Between the strokes of what is selected there is something to take hold of, and a click there selects nothing.
    const inside = selected.some((each) => isWithin(at, drawingBounds(each), reach / paper.scale));
    if (!shift && (inside || (selected.length > 1 && area !== null && isWithin(at, area))))
      return new MoveGesture(desk, paper, shown.moved, () => desk.model.select([]));
    sayLocked(desk, paper, at);
    return new LassoGesture(desk, paper, shift);
  }
  const isIn = ids.includes(under.id);
  if (shift && isIn) {
    desk.model.select(ids.filter((id) => id !== under.id));
    saySelected(desk);
    return null;
  }
  if (!isIn) {
    desk.model.select(shift ? [...ids, under.id] : [under.id]);
    saySelected(desk);
  }
  return new MoveGesture(desk, paper, shown.moved, () => {
    if (!shift && ids.length > 1 && isIn) desk.model.select([under.id]);
  });
}

/** Says why nothing can be done with a drawing that can be seen there. */
function sayLocked(desk: DrawingDesk, paper: Paper, at: Point): void {
  const [locked] = drawingsAt(desk.drawings(), at, reach / paper.scale);
  if (locked !== undefined) desk.say(`This lies on the locked layer “${layerOf(desk.session.state, locked).name}”`);
}
