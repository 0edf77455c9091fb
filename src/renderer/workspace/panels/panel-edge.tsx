import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';

interface PanelEdgeProps {
  /** CSS pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onWidth: (width: number) => void;
}

/** Pixels that an arrow key moves the edge. */
const step = 16;

/** The edge between the stage and the panel: dragged, or moved by the arrow keys. */
export function PanelEdge({ width, least, most, onWidth }: PanelEdgeProps): ReactElement {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (next: number): void => onWidth(Math.round(Math.min(most, Math.max(least, next))));
  const onKeyDown = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: least,
      End: most,
    };
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  return (
    // A separator that takes the focus is a control: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    <div
      role="separator"
      className="ui-panel-edge"
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => grip.current !== null && set(grip.current.width + grip.current.x - clientX)}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
    />
  );
}
