import { type Drawing, isHighlight } from './drawing.ts';
import { highlightColors, type InkColor, inkColors } from './ink-colors.ts';

/** How wide a drawing's lines are, or how large its letters, in slide units. */
export function drawingWidth(drawing: Drawing): number {
  if (drawing.kind === 'label') return drawing.size;
  return drawing.kind === 'ink' || drawing.kind === 'line' ? drawing.width : drawing.strokeWidth;
}

/** The same drawing with wider or narrower lines, or larger or smaller letters. */
export function withWidth(drawing: Drawing, width: number): Drawing {
  if (drawing.kind === 'label') return { ...drawing, size: width };
  return drawing.kind === 'ink' || drawing.kind === 'line' ? { ...drawing, width } : { ...drawing, strokeWidth: width };
}

/** The colours that a drawing is offered. */
export function colorsOf(drawing: Drawing): readonly InkColor[] {
  return isHighlight(drawing) ? highlightColors : inkColors;
}

/** The same drawing in the colour that stands at this place, from 0, among those for its kind. */
export function withColor(drawing: Drawing, place: number): Drawing {
  const color = colorsOf(drawing)[place]?.value;
  return color === undefined ? drawing : { ...drawing, color };
}
