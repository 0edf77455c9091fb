import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDrawingTools } from '../../../../src/contract/drawing-tools.ts';
import { annotations, layers } from '../../../../src/core/annotations/annotation-field.ts';
import { changeLayer } from '../../../../src/core/annotations/commands/layers.ts';
import type { Drawing } from '../../../../src/core/annotations/drawing/drawing.ts';
import type { Point } from '../../../../src/core/annotations/drawing/geometry.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { AnnotateModel } from '../../../../src/renderer/annotate/annotate-model.ts';
import { beginGesture } from '../../../../src/renderer/annotate/begin-gesture.ts';
import { DrawingDesk } from '../../../../src/renderer/annotate/drawing-desk.ts';
import { inStep, openedBox } from '../../../../src/renderer/annotate/gestures/aligned.ts';
import type { Paper } from '../../../../src/renderer/annotate/paper.ts';
import { DeckSession } from '../../../../src/renderer/workspace/deck-session.ts';
import { box, label, layer, line, stroke } from '../../core/annotations/sample-annotations.ts';

const slide = 's1';

function deskOver(present: readonly Drawing[], only?: ReturnType<typeof layer>) {
  const session = new DeckSession(createDeck('# A\n', { annotations: present }));
  const model = new AnnotateModel(defaultDrawingTools, () => {});
  const said: string[] = [];
  const desk = new DrawingDesk({
    session,
    model,
    slide: () => slide,
    author: () => 'Ann Ray',
    say: (message) => said.push(message),
    ...(only === undefined ? {} : { only: () => only }),
  });
  const shown: { live: Drawing | null; preview: readonly Drawing[] | null } = { live: null, preview: null };
  const paper: Paper = {
    scale: 1,
    live: (drawing) => (shown.live = drawing),
    preview: (drawings) => (shown.preview = drawings),
    shift: () => {},
    mark: () => {},
  };
  return { session, model, desk, said, shown, paper };
}
type Desk = ReturnType<typeof deskOver>;

const input = (at: Point, more: { shift?: boolean; alt?: boolean; ahead?: readonly Point[] } = {}) => ({
  points: [{ ...at, pressure: 0.5, time: 0 }],
  ahead: (more.ahead ?? []).map((point) => ({ ...point, pressure: 0.5, time: 0 })),
  shift: more.shift ?? false,
  alt: more.alt ?? false,
});

function begin(
  { desk, paper }: Desk,
  at: Point,
  more: { shift?: boolean; erases?: boolean; handle?: { x: 1; y: 1 } } = {},
) {
  const start = { at, shift: more.shift ?? false, erases: more.erases ?? false, handle: more.handle ?? null };
  const gesture = beginGesture(desk, paper, start, { moved: () => {}, changed: () => {} });
  gesture?.move(input(at, { shift: more.shift ?? false }));
  return gesture;
}

const drawn = ({ session }: Desk) => annotations(session.state);

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (then: () => void) => then()));

describe('a pen', () => {
  it('keeps what the device reported, and not what was guessed ahead', () => {
    const on = deskOver([]);
    const gesture = begin(on, { x: 10, y: 10 });
    gesture?.move(input({ x: 20, y: 10 }, { ahead: [{ x: 30, y: 10 }] }));
    expect(on.shown.live).toMatchObject({ kind: 'ink', points: [{ x: 10 }, { x: 20 }, { x: 30 }] });
    gesture?.end();
    expect(drawn(on)).toMatchObject([
      { kind: 'ink', tool: 'pen', creator: 'Ann Ray', layer: 'default', slide, points: [{ x: 10 }, { x: 20 }] },
    ]);
    expect(on.shown.live).toBeNull();
  });

  it('draws straight while Shift is held, at steps of 15 degrees', () => {
    const on = deskOver([]);
    const gesture = begin(on, { x: 0, y: 0 });
    gesture?.move(input({ x: 50, y: 30 }));
    gesture?.move(input({ x: 100, y: 4 }, { shift: true }));
    gesture?.end();
    expect(drawn(on)).toMatchObject([
      {
        points: [
          { x: 0, y: 0 },
          { x: 100, y: 0 },
        ],
      },
    ]);
  });

  it('draws nothing on a layer that is hidden or locked, and says why', () => {
    const on = deskOver([]);
    on.session.run((state) => changeLayer(state, 'default', { locked: true }));
    expect(begin(on, { x: 0, y: 0 })).toBeNull();
    expect(on.said).toEqual(['The layer “Default” is locked. Unlock it, or draw on another one.']);
  });

  it('in a talk draws on the talk’s layer, which comes with the first stroke, and erases nothing else', () => {
    const on = deskOver([line(slide, 'prepared', { from: { x: 0, y: 50 }, to: { x: 100, y: 50 } })], layer('talk'));
    const gesture = begin(on, { x: 0, y: 40 });
    gesture?.move(input({ x: 100, y: 40 }));
    gesture?.end();
    expect(layers(on.session.state).map(({ id }) => id)).toEqual(['default', 'talk']);
    expect(drawn(on)[1]).toMatchObject({ layer: 'talk' });
    on.model.take('eraser');
    const eraser = begin(on, { x: 50, y: 0 });
    eraser?.move(input({ x: 50, y: 90 }));
    eraser?.end();
    expect(drawn(on).map(({ id }) => id)).toEqual(['prepared']);
    on.session.undo();
    on.session.undo();
    expect(layers(on.session.state).map(({ id }) => id)).toEqual(['default']);
  });
});

describe('an eraser', () => {
  const ink = stroke(slide, 'ink', {
    points: [0, 50, 100, 150, 200].map((x) => ({ x, y: 20, pressure: 0.5, time: x })),
  });

  it('cuts strokes into pieces, takes other drawings whole, and is one step', () => {
    const on = deskOver([
      ink,
      box(slide, 'box', { x: 90, y: 60, width: 40, height: 40 }),
      label(slide, 'far', { x: 500 }),
    ]);
    on.model.take('partEraser');
    const gesture = begin(on, { x: 100, y: 0 });
    // So fast that the places lie far apart.
    gesture?.move(input({ x: 100, y: 300 }));
    expect(on.shown.preview).toHaveLength(3);
    expect(drawn(on)).toHaveLength(3);
    gesture?.end();
    expect(drawn(on).map(({ kind }) => kind)).toEqual(['ink', 'ink', 'label']);
    expect(on.shown.preview).toBeNull();
    on.session.undo();
    expect(drawn(on)).toHaveLength(3);
  });

  it('is the other end of a pen, whatever the tool, and takes whole drawings then', () => {
    const on = deskOver([ink]);
    begin(on, { x: 100, y: 20 }, { erases: true })?.end();
    expect(drawn(on)).toEqual([]);
  });
});

describe('the tool that selects', () => {
  const square = box(slide, 'square', { x: 100, y: 100, width: 100, height: 100 });
  const arrow = line(slide, 'arrow', { from: { x: 300, y: 300 }, to: { x: 400, y: 300 } });
  const selected = ({ desk }: Desk) => desk.selected().map(({ id }) => id);
  const selecting = () => {
    const on = deskOver([square, arrow]);
    on.model.take('select');
    return on;
  };

  it('takes the topmost drawing under the pointer, more with Shift, and none beside them', () => {
    const on = selecting();
    begin(on, { x: 100, y: 150 })?.end();
    expect(selected(on)).toEqual(['square']);
    expect(on.said.at(-1)).toBe('Rectangle, #ff5a52, 1 of 2');
    begin(on, { x: 350, y: 300 }, { shift: true })?.end();
    expect(selected(on)).toEqual(['square', 'arrow']);
    begin(on, { x: 350, y: 300 }, { shift: true })?.end();
    expect(selected(on)).toEqual(['square']);
    begin(on, { x: 600, y: 600 })?.end();
    expect(selected(on)).toEqual([]);
  });

  it('moves what is selected in one step, scales it by a handle, and in proportion with Shift', () => {
    const on = selecting();
    const gesture = begin(on, { x: 100, y: 150 });
    gesture?.move(input({ x: 130, y: 160 }));
    gesture?.end();
    expect(drawn(on)[0]).toMatchObject({ x: 130, y: 110 });
    const scale = begin(on, { x: 230, y: 210 }, { handle: { x: 1, y: 1 } });
    scale?.move(input({ x: 330, y: 260 }));
    expect(on.shown.preview?.[0]).toMatchObject({ x: 130, y: 110, width: 200, height: 150 });
    scale?.move(input({ x: 330, y: 260 }, { shift: true }));
    scale?.end();
    expect(drawn(on)[0]).toMatchObject({ x: 130, y: 110, width: 200, height: 200 });
    on.session.undo();
    on.session.undo();
    expect(drawn(on)[0]).toBe(square);
  });

  it('marks out what a loop encloses, and forgets it where the gesture is cancelled', () => {
    const on = selecting();
    const way = [
      { x: 60, y: 250 },
      { x: 250, y: 260 },
      { x: 250, y: 60 },
      { x: 60, y: 60 },
    ];
    const gesture = begin(on, { x: 60, y: 60 });
    for (const at of way) gesture?.move(input(at));
    gesture?.end();
    expect(selected(on)).toEqual(['square']);
    const other = begin(on, { x: 60, y: 60 });
    for (const at of way) other?.move(input(at));
    other?.cancel();
    expect(selected(on)).toEqual([]);
  });

  it('leaves what lies on a locked layer alone, and says so', () => {
    const on = selecting();
    on.session.run((state) => changeLayer(state, 'default', { locked: true }));
    begin(on, { x: 100, y: 150 })?.end();
    expect(selected(on)).toEqual([]);
    expect(on.said).toContain('This lies on the locked layer “Default”');
  });
});

describe('shapes', () => {
  it('are opened from a corner, around their middle with Alt, as squares with Shift', () => {
    const [from, to] = [
      { x: 100, y: 100 },
      { x: 60, y: 180 },
    ];
    const keys = { shift: false, alt: false };
    expect(openedBox(from, to, keys)).toEqual({ x: 60, y: 100, width: 40, height: 80 });
    expect(openedBox(from, to, { ...keys, shift: true })).toEqual({ x: 20, y: 100, width: 80, height: 80 });
    expect(openedBox(from, to, { ...keys, alt: true })).toEqual({ x: 60, y: 20, width: 80, height: 160 });
  });

  it('keep to directions of 15 degrees with Shift, as far as the pointer goes in them', () => {
    const up = inStep({ x: 0, y: 0 }, { x: 3, y: -100 });
    expect(up.x).toBeCloseTo(0);
    expect(up.y).toBeCloseTo(-100);
    const slope = inStep({ x: 0, y: 0 }, { x: 100, y: 30 });
    expect(Math.atan2(slope.y, slope.x)).toBeCloseTo(Math.PI / 12);
  });

  it('are not made by a click', () => {
    const on = deskOver([]);
    on.model.take('rectangle');
    begin(on, { x: 10, y: 10 })?.end();
    expect(drawn(on)).toEqual([]);
  });
});
