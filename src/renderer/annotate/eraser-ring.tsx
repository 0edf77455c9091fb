import { type ReactElement, type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { DrawingDesk } from './drawing-desk.ts';
import { toolOf } from './tools.ts';

interface EraserRingProps {
  readonly surface: RefObject<HTMLElement | null>;
  readonly desk: DrawingDesk;
  /** CSS pixels for one slide unit. */
  readonly scale: number;
}

/** Shows how far the eraser reaches, around the pointer. */
export function EraserRing({ surface, desk, scale }: EraserRingProps): ReactElement | null {
  const { model } = desk;
  const { tool, styles } = useSyncExternalStore(model.subscribe, model.state);
  const ring = useRef<HTMLDivElement>(null);
  const erases = tool === 'eraser' || tool === 'partEraser';
  useEffect(() => {
    const element = surface.current;
    if (element === null || !erases) return undefined;
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      const paper = ring.current?.parentElement?.getBoundingClientRect();
      if (ring.current === null || paper === undefined) return;
      ring.current.style.translate = `${clientX - paper.left}px ${clientY - paper.top}px`;
      ring.current.hidden = false;
    };
    const onLeave = (): void => {
      if (ring.current !== null) ring.current.hidden = true;
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [surface, erases]);
  if (!erases) return null;
  const radius = (toolOf(tool).widths[styles[tool].width]?.value ?? 0) * scale;
  const size = { width: 2 * radius, height: 2 * radius, left: -radius, top: -radius };
  return <div ref={ring} className="ui-eraser-ring" hidden aria-hidden style={size} />;
}
