import { drawingBounds } from '../../annotations/drawing/drawing-bounds.ts';
import { type Drawing, isHighlight } from '../../annotations/drawing/drawing.ts';
import { labelLineHeight, labelLines, type TextLabel } from '../../annotations/drawing/label.ts';
import { arrowHead, type LineShape } from '../../annotations/drawing/line.ts';
import { centrePath, strokePath } from '../../annotations/drawing/stroke-path.ts';
import type { DrawnPart, DrawnSlide, DrawnTheme, ShapePart, TextPart } from '../drawn-deck.ts';
import { pathBox } from './freeform.ts';

/** How much of a highlight is seen, as the looks have it: presentations know no other way to mix colours. */
const strengths = { dark: 0x66, light: 0xb3 } as const;

/** In slide units. */
const thinnest = 0.1;

/**
 * A slide with what is drawn on it, each drawing a shape or a text that can be moved, changed and taken away: highlights under
 * the slide’s own texts, everything else over them.
 */
export function withDrawings(slide: DrawnSlide, drawings: readonly Drawing[], theme: DrawnTheme): DrawnSlide {
  if (drawings.length === 0) return slide;
  const strength = (theme.isDark ? strengths.dark : strengths.light).toString(16);
  const parts = (wanted: boolean): readonly DrawnPart[] =>
    drawings
      .filter((drawing) => isHighlight(drawing) === wanted)
      .flatMap((drawing) => partsOf(drawing, wanted ? `${drawing.color}${strength}` : drawing.color));
  return { ...slide, parts: [...parts(true), ...slide.parts, ...parts(false)] };
}

function partsOf(drawing: Drawing, written: string): readonly DrawnPart[] {
  const colour = written.toLowerCase();
  switch (drawing.kind) {
    case 'ink':
      return drawing.tool === 'pen'
        ? [filled('Ink', strokePath(drawing), colour)]
        : [outlined('Highlight', centrePath(drawing.points), colour, drawing.width)];
    case 'line':
      return lineParts(drawing, colour);
    case 'label':
      return [labelPart(drawing, colour)];
    case 'rectangle':
    case 'ellipse': {
      const { x, y, width, height, strokeWidth } = drawing;
      const form =
        drawing.kind === 'ellipse' ? ({ kind: 'ellipse' } as const) : ({ kind: 'rectangle', radius: 0 } as const);
      const name = drawing.kind === 'ellipse' ? 'Ellipse' : 'Rectangle';
      const line = { width: strokeWidth, colour, isDashed: false };
      return [{ kind: 'shape', name, box: { x, y, width, height }, fill: null, line, form, isDecoration: false }];
    }
  }
}

function filled(name: string, data: string, fill: string): ShapePart {
  const form = { kind: 'path', data } as const;
  const { x, y, width, height } = pathBox(data);
  // A line that lies straight has no height, and then no scale to draw it at.
  const box = { x, y, width: Math.max(thinnest, width), height: Math.max(thinnest, height) };
  return { kind: 'shape', name, box, fill, line: null, form, isDecoration: false };
}

function outlined(name: string, data: string, colour: string, width: number): ShapePart {
  return { ...filled(name, data, colour), fill: null, line: { width, colour, isDashed: false } };
}

function lineParts(line: LineShape, colour: string): readonly ShapePart[] {
  const { from, to, arrow, width } = line;
  const { corners, shaftEnd } = arrowHead(line);
  const end = arrow ? shaftEnd : to;
  const shaft = outlined(arrow ? 'Arrow' : 'Line', `M${from.x} ${from.y}L${end.x} ${end.y}`, colour, width);
  if (!arrow) return [shaft];
  return [shaft, filled('Arrow head', `M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}Z`, colour)];
}

function labelPart(label: TextLabel, colour: string): TextPart {
  const runs = labelLines(label).flatMap((text, i) => {
    const run = { size: label.size, colour };
    return [...(i === 0 ? [] : [{ ...run, text: '\n' }]), { ...run, text }];
  });
  const { x, y, width, height } = drawingBounds(label);
  return {
    kind: 'text',
    role: 'text',
    // Estimated: a little more keeps the last word on its line.
    box: { x, y, width: width * 1.15, height },
    inset: [0, 0, 0, 0],
    fill: null,
    paragraphs: [
      {
        runs,
        level: 0,
        marker: null,
        align: 'start',
        isRightToLeft: false,
        indent: 0,
        hang: 0,
        before: 0,
        lineHeight: labelLineHeight,
      },
    ],
  };
}
