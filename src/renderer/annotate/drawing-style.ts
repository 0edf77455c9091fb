import type { ToolName } from '../../contract/drawing-tools.ts';
import { type Drawing, isHighlight } from '../../core/annotations/drawing/drawing.ts';
import type { InkColor } from '../../core/annotations/drawing/ink-colors.ts';
import { drawingWidth } from '../../core/annotations/drawing/restyle.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { nearestWidth, toolOf, type ToolWidth } from './tools.ts';

/** The colours and widths that are offered now, and which of them hold. */
export interface DrawingStyle {
  readonly colors: readonly InkColor[];
  /** The place of the colour, from 0; -1 where what is selected has several, or one that is not offered. */
  readonly color: number;
  readonly widths: readonly ToolWidth[];
  /** The place of the width, or of the nearest to it. */
  readonly width: number;
}

/** The tool that makes such a drawing. */
export function toolOfDrawing(drawing: Drawing): ToolName {
  switch (drawing.kind) {
    case 'ink':
      return drawing.tool;
    case 'line':
      return drawing.arrow ? 'arrow' : 'line';
    case 'label':
      return 'text';
    default:
      return drawing.kind;
  }
}

/** The style of what is selected; where nothing is, of the tool in use. */
export function drawingStyle(desk: DrawingDesk): DrawingStyle {
  const selected = desk.selected();
  // Of highlights among other things, the others say what is offered.
  const first = selected.find((drawing) => !isHighlight(drawing)) ?? selected[0];
  if (first === undefined) {
    const { tool, styles } = desk.model.state();
    const { colors, widths } = toolOf(tool);
    return { colors, widths, ...styles[tool] };
  }
  const { colors, widths } = toolOf(toolOfDrawing(first));
  const same = selected.every(({ color }) => color === first.color);
  const place = colors.findIndex(({ value }) => value === first.color.toLowerCase());
  return { colors, color: same ? place : -1, widths, width: nearestWidth(widths, drawingWidth(first)) };
}
