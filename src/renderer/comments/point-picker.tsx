import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { usePaperBox } from '../annotate/use-paper-box.ts';
import type { DeckLook } from '../slide/deck-look.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useCommentDesk } from './use-comments.tsx';

interface PointPickerProps {
  readonly stage: RevealStage;
  /** The slide's size in slide units. */
  readonly look: Pick<DeckLook, 'width' | 'height'>;
}

/** How far an arrow key moves the mark, in slide units; with Shift. */
const steps = { small: 10, large: 50 } as const;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Lies over the slide while a place for a comment is chosen: by a click, or with a mark that the arrows move. */
export function PointPicker({ stage, look }: PointPickerProps): ReactElement {
  const desk = useCommentDesk();
  const help = useId();
  const over = useRef<HTMLDivElement>(null);
  const box = usePaperBox(over, stage, look);
  const [mark, setMark] = useState<Point>({ x: look.width / 2, y: look.height / 2 });
  const set = ({ x, y }: Point): void =>
    desk.begin({
      kind: 'point',
      x: Math.round(Math.max(0, Math.min(x, look.width))),
      y: Math.round(Math.max(0, Math.min(y, look.height))),
    });
  const cancel = (): void => {
    desk.model.set({ placing: false });
    over.current?.closest<HTMLElement>('.ui-stage')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow !== undefined) {
      const by = event.shiftKey ? steps.large : steps.small;
      setMark(({ x, y }) => ({
        x: Math.max(0, Math.min(look.width, x + arrow[0] * by)),
        y: Math.max(0, Math.min(look.height, y + arrow[1] * by)),
      }));
    } else if (event.key === 'Enter' || event.key === ' ') set(mark);
    else if (event.key === 'Escape') cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handlers = {
    tabIndex: 0,
    onKeyDown,
    onBlur: () => desk.model.state().placing && desk.model.set({ placing: false }),
    onPointerMove: (event: PointerEvent) => setMark(stage.slidePoint(event)),
    onClick: (event: MouseEvent) => set(stage.slidePoint(event)),
  };
  useEffect(() => over.current?.focus({ preventScroll: true }), []);
  const scale = box === null ? 1 : box.width / look.width;
  return (
    <div
      ref={over}
      className="ui-picker"
      // What it takes is arrows and a place.
      role="application"
      aria-label={`Place for a comment: ${Math.round((mark.x / look.width) * 100)} % across, ${Math.round((mark.y / look.height) * 100)} % down`}
      aria-describedby={help}
      {...handlers}
    >
      <p id={help} className="ui-picker-help">
        Click where the comment belongs. Arrows move the mark, Enter sets it, Escape cancels.
      </p>
      {box !== null && (
        <span
          className="ui-pin"
          data-draft
          style={{ left: box.left + mark.x * scale - 4, top: box.top + mark.y * scale - 20 }}
          aria-hidden
        />
      )}
    </div>
  );
}
