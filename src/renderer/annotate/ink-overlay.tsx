import { type PointerEvent, type ReactElement, useRef } from 'react';
import { addAnnotations } from '../../core/annotations/commands/add-annotations.ts';
import { removeAnnotations } from '../../core/annotations/commands/remove-annotations.ts';
import { inkShapes } from '../../core/annotations/drawing/drawing-shapes.ts';
import { drawingsAt } from '../../core/annotations/drawing/hit.ts';
import type { InkPoint } from '../../core/annotations/drawing/ink.ts';
import { defaultLayerId } from '../../core/annotations/layer.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { shapeElements } from '../slide/ink-layer.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useSession } from '../workspace/use-session.ts';
import type { Pen } from './pens.ts';

/** The eraser end of a stylus, as pointer events report it. */
const eraserButton = 32;
/** How near the eraser has to come to a stroke, in slide units. */
const eraserRadius = 10;

interface Drawing {
  readonly pointer: number;
  readonly slide: string;
  readonly points: InkPoint[];
  readonly layer: SVGSVGElement;
  readonly began: number;
  frame: number;
}

/** Takes the pointer over the slide: draws a stroke, which becomes one step of the history when the pen is lifted, or erases. */
export function InkOverlay({ stage, pen }: { readonly stage: RevealStage; readonly pen: Pen }): ReactElement {
  const session = useSession();
  const drawing = useRef<Drawing | null>(null);
  const erasing = useRef<number | null>(null);

  const erase = (event: PointerEvent): void => {
    const hit = drawingsAt(drawingsOn(session.state, stage.current), stage.slidePoint(event), eraserRadius);
    if (hit.length > 0)
      session.run((state) =>
        removeAnnotations(
          state,
          hit.map(({ id }) => id),
        ),
      );
  };

  const draw = (current: Drawing, event: PointerEvent): void => {
    const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event.nativeEvent]) {
      const { x, y } = stage.slidePoint(move);
      const last = current.points.at(-1);
      if (last !== undefined && Math.hypot(last.x - x, last.y - y) < 0.5) continue;
      current.points.push({
        x: round(x),
        y: round(y),
        pressure: round(move.pressure),
        time: Math.max(0, Math.round(move.timeStamp - current.began)),
      });
    }
    if (current.frame !== 0) return;
    current.frame = requestAnimationFrame(() => {
      current.frame = 0;
      const stroke = { tool: 'pen', points: current.points, width: pen.width, color: pen.color } as const;
      current.layer.replaceChildren(...shapeElements(inkShapes(stroke)));
    });
  };

  const lift = (commit: boolean): void => {
    const done = drawing.current;
    drawing.current = null;
    erasing.current = null;
    if (done === null) return;
    cancelAnimationFrame(done.frame);
    done.layer.remove();
    if (!commit || done.points.length === 0) return;
    session.run((state) =>
      addAnnotations(state, [
        {
          kind: 'ink',
          tool: 'pen',
          id: `urn:uuid:${crypto.randomUUID()}`,
          slide: done.slide,
          layer: defaultLayerId,
          creator: '',
          points: done.points,
          color: pen.color,
          width: pen.width,
          created: new Date().toISOString(),
        },
      ]),
    );
  };

  return (
    <div
      className="ui-ink-overlay"
      data-tool={pen.tool}
      role="img"
      aria-label={pen.tool === 'pen' ? 'Slide, ready to draw on' : 'Slide, ready to erase ink from'}
      onPointerDown={(event) => {
        if (!event.isPrimary || (event.button !== 0 && event.buttons !== eraserButton)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        if (pen.tool === 'eraser' || event.buttons === eraserButton) {
          erasing.current = event.pointerId;
          erase(event);
          return;
        }
        const began = event.timeStamp;
        drawing.current = {
          pointer: event.pointerId,
          slide: stage.current,
          points: [],
          layer: stage.liveLayer(),
          began,
          frame: 0,
        };
        draw(drawing.current, event);
      }}
      onPointerMove={(event) => {
        if (drawing.current?.pointer === event.pointerId) draw(drawing.current, event);
        else if (erasing.current === event.pointerId) erase(event);
      }}
      onPointerUp={() => lift(true)}
      onPointerCancel={() => lift(false)}
      onLostPointerCapture={() => lift(true)}
    />
  );
}

/** To hundredths: finer than any screen shows, and short in the file. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
