import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { moveDrawing } from '../../core/annotations/drawing/transform.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { editLabel, writeLabel } from './labels.ts';
import type { Paper } from './paper.ts';
import { saySelected } from './say-selected.ts';
import { shapeInTheMiddle } from './shape-in-the-middle.ts';

interface SurfaceKeysOptions {
  readonly desk: DrawingDesk;
  readonly paper: Paper;
  /** The slide's size in slide units. */
  readonly look: { readonly width: number; readonly height: number };
  readonly onShift: (dx: number, dy: number) => void;
  /** Forgets what a pointer is doing; `false` where it does nothing. */
  readonly cancel: () => boolean;
  readonly onEnd: () => void;
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The keys of the drawing surface that are not commands. What is listed of them is in `surface-key-list.ts`. */
export function useSurfaceKeys({ desk, paper, look, onShift, cancel, onEnd }: SurfaceKeysOptions): {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
} {
  const { model } = desk;
  /** What an arrow that is held has moved so far: one step of the history when it is let go. */
  const held = useRef<{ readonly drawings: readonly Drawing[]; readonly x: number; readonly y: number } | null>(null);

  const show = (drawings: readonly Drawing[], x: number, y: number): void => {
    paper.shift(drawings, x, y);
    onShift(x, y);
  };
  const letGo = (): void => {
    const done = held.current;
    held.current = null;
    if (done === null) return;
    const { drawings, x, y } = done;
    if (!desk.change(drawings.map((drawing) => moveDrawing(drawing, x, y)))) paper.shift(drawings, 0, 0);
    onShift(0, 0);
  };
  const nudge = (by: Point, far: boolean): boolean => {
    const drawings = held.current?.drawings ?? desk.selected();
    if (drawings.length === 0) return false;
    const step = far ? 10 : 1;
    const { x, y } = held.current ?? { x: 0, y: 0 };
    held.current = { drawings, x: x + by.x * step, y: y + by.y * step };
    show(drawings, held.current.x, held.current.y);
    return true;
  };
  /** `false` where there is none on that side: the focus goes on as everywhere. */
  const selectNext = (by: 1 | -1): boolean => {
    const all = desk.free();
    const last = desk.selected().at(by === 1 ? -1 : 0);
    const at = last === undefined ? (by === 1 ? -1 : all.length) : all.indexOf(last);
    const next = all[at + by];
    model.select(next === undefined ? [] : [next.id]);
    if (next !== undefined) saySelected(desk);
    return next !== undefined;
  };
  const escape = (): void => {
    if (cancel()) return;
    if (model.state().tool !== 'select') model.take('select');
    else if (desk.selected().length > 0) model.select([]);
    else onEnd();
  };
  const enter = (): boolean => {
    const { tool } = model.state();
    const [only, ...others] = desk.selected();
    if (tool === 'text') writeLabel(desk, { x: look.width / 2 - 60, y: look.height / 2 - 20 });
    else if (tool === 'select' && only?.kind === 'label' && others.length === 0) editLabel(desk, only);
    else return shapeInTheMiddle(desk, tool, look);
    return true;
  };

  const handled = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    if (ctrlKey || metaKey || altKey) return false;
    const arrow = arrows[key];
    if (arrow !== undefined) return nudge(arrow, shiftKey);
    letGo();
    if (key === 'Tab') return model.state().tool === 'select' && selectNext(shiftKey ? -1 : 1);
    if (key === 'Escape') escape();
    else if (key === 'Enter' || key === 'F2') return enter();
    else return false;
    return true;
  };
  return {
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || !handled(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp: ({ key }) => {
      if (arrows[key] !== undefined) letGo();
    },
    onBlur: letGo,
  };
}
