import type { BoxShape } from './box.ts';
import type { Drawing } from './drawing.ts';
import type { InkStroke } from './ink.ts';
import { labelBaseline, labelFonts, labelLineHeight, labelLines, type TextLabel } from './label.ts';
import { arrowHead, type LineShape } from './line.ts';
import { centrePath, strokePath } from './stroke-path.ts';
import type { SvgShape } from './svg-shape.ts';

const known = new WeakMap<Drawing, readonly SvgShape[]>();

/** What a drawing looks like, as SVG shapes in slide units; the same list for the same drawing. */
export function drawingShapes(drawing: Drawing): readonly SvgShape[] {
  let shapes = known.get(drawing);
  if (shapes === undefined) {
    shapes = shapesOf(drawing);
    known.set(drawing, shapes);
  }
  return shapes;
}

function shapesOf(drawing: Drawing): readonly SvgShape[] {
  switch (drawing.kind) {
    case 'ink':
      return inkShapes(drawing);
    case 'line':
      return lineShapes(drawing);
    case 'label':
      return labelShapes(drawing);
    default:
      return [boxShape(drawing)];
  }
}

/** A stroke's shapes. A stroke that is still being drawn has no id yet. */
export function inkShapes(stroke: Pick<InkStroke, 'tool' | 'points' | 'color' | 'width'>): readonly SvgShape[] {
  if (stroke.tool === 'pen') return [{ tag: 'path', attributes: { d: strokePath(stroke), fill: stroke.color } }];
  return [
    {
      tag: 'path',
      attributes: { d: centrePath(stroke.points), ...outlined(stroke.color, stroke.width), ...rounded },
    },
  ];
}

const rounded = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;

function outlined(color: string, width: number): SvgShape['attributes'] {
  return { fill: 'none', stroke: color, 'stroke-width': width };
}

function lineShapes(line: LineShape): readonly SvgShape[] {
  const { from, to, arrow, color, width } = line;
  const { corners, shaftEnd } = arrowHead(line);
  const end = arrow ? shaftEnd : to;
  const shaft: SvgShape = {
    tag: 'line',
    attributes: {
      x1: from.x,
      y1: from.y,
      x2: round(end.x),
      y2: round(end.y),
      ...outlined(color, width),
      'stroke-linecap': 'round',
    },
  };
  if (!arrow) return [shaft];
  const d = `M${corners.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`;
  return [shaft, { tag: 'path', attributes: { d, fill: color } }];
}

function boxShape({ kind, x, y, width, height, color, strokeWidth }: BoxShape): SvgShape {
  const look = { ...outlined(color, strokeWidth), 'stroke-linejoin': 'round' };
  if (kind === 'rectangle') return { tag: 'rect', attributes: { x, y, width, height, ...look } };
  const [rx, ry] = [width / 2, height / 2];
  return { tag: 'ellipse', attributes: { cx: x + rx, cy: y + ry, rx, ry, ...look } };
}

function labelShapes(label: TextLabel): readonly SvgShape[] {
  const { x, y, size, color } = label;
  return labelLines(label).flatMap((line, i): readonly SvgShape[] => {
    if (line.trim() === '') return [];
    const baseline = round(y + (i * labelLineHeight + labelBaseline) * size);
    return [
      {
        tag: 'text',
        attributes: { x, y: baseline, fill: color, 'font-size': size, 'font-family': labelFonts },
        // SVG folds spaces that follow one another, and drops the first.
        text: line.replaceAll('\t', '    ').replace(/^ | (?= )/g, '\u00a0'),
      },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
