import type { AnnotationFields } from '../annotation-fields.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { drawingShapes } from '../drawing/drawing-shapes.ts';
import { type Point, roundedCoordinate as rounded } from '../drawing/geometry.ts';
import type { InkPoint, InkStroke } from '../drawing/ink.ts';
import { roughPath } from '../drawing/stroke-path.ts';
import { svgMarkup, type SvgShape } from '../drawing/svg-shape.ts';
import { asJson, type Json, unknownIn } from '../unknown-fields.ts';
import { bodies, fieldsOf, type PointJson } from './schema.ts';

const known = {
  ink: fieldsOf(bodies.ink),
  line: fieldsOf(bodies.line),
  box: fieldsOf(bodies.box),
  label: fieldsOf(bodies.label),
};

/**
 * The drawing that an annotation's body says.
 * @returns `null` where it is none that this version draws
 */
export function drawingFrom(body: unknown, fields: (unknownBody: Json | null) => AnnotationFields): Drawing | null {
  const { type } = asJson(body);
  switch (type) {
    case 'lectern:Ink': {
      const { success, data } = bodies.ink.safeParse(body);
      if (!success) return null;
      const { tool, color, width, points } = data;
      return {
        kind: 'ink',
        ...fields(unknownIn(body, known.ink)),
        tool,
        points: points.map(([x, y, pressure, time]): InkPoint => ({ x, y, pressure, time })),
        color,
        width,
      };
    }
    case 'lectern:Line': {
      const { success, data } = bodies.line.safeParse(body);
      if (!success) return null;
      const { from, to, arrow, color, width } = data;
      return { kind: 'line', ...fields(unknownIn(body, known.line)), from: at(from), to: at(to), arrow, color, width };
    }
    case 'lectern:Rectangle':
    case 'lectern:Ellipse': {
      const { success, data } = bodies.box.safeParse(body);
      if (!success) return null;
      const { x, y, width, height, color, strokeWidth } = data;
      const kind = type === 'lectern:Rectangle' ? 'rectangle' : 'ellipse';
      return { kind, ...fields(unknownIn(body, known.box)), x, y, width, height, color, strokeWidth };
    }
    default: {
      const { success, data } = bodies.label.safeParse(body);
      if (!success) return null;
      const { value, x, y, color, size } = data;
      return { kind: 'label', ...fields(unknownIn(body, known.label)), x, y, text: value, color, size };
    }
  }
}

/** What a drawing is written as: the body is the truth, the SVG beside it is for other programs. */
export function drawingJson(drawing: Drawing): {
  readonly motivation: string;
  readonly body: Json;
  readonly svg: string;
} {
  const motivation = drawing.kind === 'ink' && drawing.tool === 'highlighter' ? 'highlighting' : 'lectern:drawing';
  const shapes = drawing.kind === 'ink' ? [roughShape(drawing)] : drawingShapes(drawing);
  return {
    motivation,
    body: bodyJson(drawing),
    svg: `<svg xmlns='http://www.w3.org/2000/svg'>${svgMarkup(shapes)}</svg>`,
  };
}

function bodyJson(drawing: Drawing): Json {
  switch (drawing.kind) {
    case 'ink': {
      const { tool, color, width, points } = drawing;
      return { type: 'lectern:Ink', tool, color, width, points: points.map(pointJson) };
    }
    case 'line': {
      const { from, to, arrow, color, width } = drawing;
      return { type: 'lectern:Line', from: pair(from), to: pair(to), arrow, color, width };
    }
    case 'label': {
      const { x, y, text, color, size } = drawing;
      const value = { type: ['TextualBody', 'lectern:Label'], format: 'text/plain', value: text };
      return { ...value, x: rounded(x), y: rounded(y), color, size };
    }
    default: {
      const { x, y, width, height, color, strokeWidth } = drawing;
      const type = drawing.kind === 'rectangle' ? 'lectern:Rectangle' : 'lectern:Ellipse';
      const area = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
      return { type, ...area, color, strokeWidth };
    }
  }
}

function pointJson({ x, y, pressure, time }: InkPoint): PointJson {
  return [rounded(x), rounded(y), Math.round(pressure * 100) / 100, Math.round(time)];
}

/** Ink as others see it: where it runs, as wide as the pen. Its outline would make the file three times as long. */
function roughShape({ points, color, width }: InkStroke): SvgShape {
  return {
    tag: 'path',
    attributes: { d: roughPath(points), fill: 'none', stroke: color, 'stroke-width': width, 'stroke-linecap': 'round' },
  };
}

function at([x, y]: readonly [number, number]): Point {
  return { x, y };
}

function pair({ x, y }: Point): readonly [number, number] {
  return [rounded(x), rounded(y)];
}
