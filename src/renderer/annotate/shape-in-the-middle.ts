import type { ToolName } from '../../contract/drawing-tools.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { drawingName } from '../../core/annotations/drawing/drawing-name.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { toolOf } from './tools.ts';

/** How large a shape is that nobody drew with a pointer, in parts of the slide. */
const share = 0.2;

/**
 * Puts the shape that a tool draws in the middle of the slide, to be moved and scaled by keys.
 * @returns `false` for a tool that draws no shape
 */
export function shapeInTheMiddle(
  desk: DrawingDesk,
  tool: ToolName,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  if (tool !== 'line' && tool !== 'arrow' && tool !== 'rectangle' && tool !== 'ellipse') return false;
  if (!desk.canDraw()) return true;
  const { colors, widths } = toolOf(tool);
  const style = desk.model.style(tool);
  const color = colors[style.color]?.value ?? '';
  const line = widths[style.width]?.value ?? 0;
  const [wide, high] = [Math.round(width * share), Math.round(height * share)];
  const [x, y] = [Math.round((width - wide) / 2), Math.round((height - high) / 2)];
  const fields = desk.fields();
  const shape: Drawing =
    tool === 'line' || tool === 'arrow'
      ? {
          kind: 'line',
          ...fields,
          from: { x, y: height / 2 },
          to: { x: x + wide, y: height / 2 },
          arrow: tool === 'arrow',
          color,
          width: line,
        }
      : { kind: tool, ...fields, x, y, width: wide, height: high, color, strokeWidth: line };
  if (!desk.add([shape])) return true;
  desk.model.take('select');
  desk.model.select([shape.id]);
  desk.say(`${drawingName(shape)}, in the middle of the slide; arrows move it`);
  return true;
}
