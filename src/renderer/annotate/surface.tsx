import {
  type ClipboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { isSameList } from '../../core/annotations/same-list.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import type { DeckLook } from '../slide/deck-look.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useDeck } from '../workspace/use-session.ts';
import { beginGesture, drawingUnder } from './begin-gesture.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { DrawingMenu } from './drawing-menu.tsx';
import { EraserRing } from './eraser-ring.tsx';
import { LabelEditor } from './label-editor.tsx';
import { editLabel, keepLabel } from './labels.ts';
import { StagePaper } from './paper.ts';
import { usePointer } from './pointer/use-pointer.ts';
import { handleAt, SelectionFrame } from './selection-frame.tsx';
import type { DrawingTransfer } from './use-drawing-transfer.ts';
import { usePaperBox } from './use-paper-box.ts';
import { useSurfaceKeys } from './use-surface-keys.ts';

interface SurfaceProps {
  readonly stage: RevealStage;
  readonly desk: DrawingDesk;
  /** The slide's size in slide units. */
  readonly look: Pick<DeckLook, 'width' | 'height'>;
  /** Key of the slide on the stage. */
  readonly slide: string;
  /** What people call it, such as `3.1`. */
  readonly label: string;
  /** Answers the browser's own copy and paste; without it there is neither. */
  readonly transfer?: DrawingTransfer;
  /** Nothing more to leave but the drawing itself. */
  readonly onEnd: () => void;
}

const nowhere: Point = { x: 0, y: 0 };

/** Lies over the slide on the stage and takes the pointer and the keys: draws, erases, selects, and shows what is selected. */
export function Surface({ stage, desk, look, slide, label, transfer, onEnd }: SurfaceProps): ReactElement {
  const { model } = desk;
  const help = useId();
  const surface = useRef<HTMLDivElement>(null);
  const { tool, editing } = useSyncExternalStore(model.subscribe, model.state);
  const drawings = useDeck(({ state }) => drawingsOn(state, slide), isSameList);
  const selected = useDeck(() => desk.selected(), isSameList);
  const [shift, setShift] = useState(nowhere);
  const [changing, setChanging] = useState<readonly Drawing[] | null>(null);
  const [menu, setMenu] = useState<Point | null>(null);
  const box = usePaperBox(surface, stage, look);
  const scale = box === null ? stage.scale : box.width / look.width;
  const paper = useMemo(() => new StagePaper(stage), [stage]);
  const shown = useMemo(() => ({ moved: (x: number, y: number) => setShift({ x, y }), changed: setChanging }), []);

  const toSlide = (event: { readonly clientX: number; readonly clientY: number }) => stage.slidePoint(event);
  const pointer = usePointer({
    slide,
    toSlide,
    begin: (event, { erases, draws }) => {
      if (editing !== null) {
        // A click beside what is being written keeps it, and does nothing else.
        event.preventDefault();
        surface.current?.focus({ preventScroll: true });
        return null;
      }
      if (!draws && tool !== 'select') return null;
      const { shiftKey } = event;
      const start = { at: toSlide(event), shift: shiftKey, erases, handle: handleAt(event.target) };
      const gesture = beginGesture(desk, paper, start, shown);
      event.preventDefault();
      // A label's field takes the focus by itself.
      if (model.state().editing === null) surface.current?.focus({ preventScroll: true });
      return gesture;
    },
    hover: (event) => hovered(event),
  });
  const hovered = (event: PointerEvent<HTMLElement>): void => {
    const isOver = tool === 'select' && drawingUnder(desk, paper, toSlide(event)) !== undefined;
    event.currentTarget.dataset['over'] = String(isOver);
  };
  const keys = useSurfaceKeys({ desk, paper, look, onShift: shown.moved, cancel: pointer.cancel, onEnd });

  // A label that is being rewritten is not shown twice.
  useEffect(() => {
    if (editing?.id === undefined || editing.id === null) return undefined;
    paper.preview(desk.drawings().filter(({ id }) => id !== editing.id));
    return () => paper.preview(null);
  }, [editing, desk, paper]);

  const openMenu = (event: { readonly clientX: number; readonly clientY: number }): void => {
    const under = drawingUnder(desk, paper, toSlide(event));
    if (under !== undefined && !desk.selected().includes(under)) {
      model.take('select');
      model.select([under.id]);
    }
    setMenu({ x: event.clientX, y: event.clientY });
  };
  const others = {
    tabIndex: 0,
    onDoubleClick: (event: MouseEvent) => {
      const under = drawingUnder(desk, paper, toSlide(event));
      if (tool === 'select' && under?.kind === 'label') editLabel(desk, under);
    },
    onContextMenu: (event: MouseEvent) => {
      if (transfer === undefined || editing !== null) return;
      event.preventDefault();
      openMenu(event);
    },
    onCopy: (event: ClipboardEvent) => transfer?.onCopy(event.nativeEvent),
    onCut: (event: ClipboardEvent) => transfer?.onCut(event.nativeEvent),
    onPaste: (event: ClipboardEvent) => transfer?.onPaste(event.nativeEvent),
  };
  const count = drawings.length === 1 ? '1 drawing' : `${drawings.length} drawings`;

  return (
    <div
      ref={surface}
      className="ui-surface"
      data-tool={tool}
      data-commands="annotate"
      role="application"
      aria-label={`Slide ${label}, to draw on; ${count}`}
      aria-describedby={help}
      {...pointer.handlers}
      {...keys}
      {...others}
    >
      <span id={help} className="ui-visually-hidden">
        Tab goes through the drawings once Select is chosen with V; arrows move what is selected, Escape leaves.
      </span>
      {box !== null && (
        <div className="ui-paper" style={box}>
          <svg className="ui-paper-live" viewBox={`0 0 ${look.width} ${look.height}`} aria-hidden>
            <g ref={(group) => paper.takeLive(group)} />
          </svg>
          <svg className="ui-paper-marks" viewBox={`0 0 ${look.width} ${look.height}`} aria-hidden>
            <path ref={(path) => paper.takeMark(path)} className="ui-lasso" vectorEffect="non-scaling-stroke" />
            {editing === null && <SelectionFrame selected={changing ?? selected} shift={shift} scale={scale} />}
          </svg>
          <EraserRing surface={surface} desk={desk} scale={scale} />
          {editing !== null && editing.slide === slide && (
            <LabelEditor
              key={editing.id ?? 'new'}
              edit={editing}
              scale={scale}
              onDone={(text) => {
                keepLabel(desk, editing, text);
                refocus(surface.current);
              }}
              onCancel={() => {
                model.edit(null);
                refocus(surface.current);
              }}
            />
          )}
        </div>
      )}
      {transfer !== undefined && <DrawingMenu at={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}

/** Takes the focus back, unless the user has put it elsewhere. */
function refocus(surface: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) surface?.focus({ preventScroll: true });
  });
}
