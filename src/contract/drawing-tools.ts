import { z } from 'zod';

/** What a pointer does on a slide that is drawn on. */
export const toolNames = [
  'select',
  'pen',
  'highlighter',
  'line',
  'arrow',
  'rectangle',
  'ellipse',
  'text',
  'eraser',
  'partEraser',
] as const;
export type ToolName = (typeof toolNames)[number];

/** How many colours a tool offers, and how many widths, of its own. */
export const colorCount = 8;
export const widthCount = 4;

const place = (count: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(count - 1);

/** What a tool draws with: places, from 0, among the colours and the widths that it offers. */
const toolStyle = z.object({ color: place(colorCount), width: place(widthCount) });
export type ToolStyle = z.infer<typeof toolStyle>;

/** The tool that was used last, and what each was used with. */
export const drawingTools = z.object({ tool: z.enum(toolNames), styles: z.record(z.enum(toolNames), toolStyle) });
export type DrawingTools = z.infer<typeof drawingTools>;

const first: ToolStyle = { color: 0, width: 1 };

export const defaultDrawingTools: DrawingTools = {
  tool: 'pen',
  styles: {
    select: first,
    pen: first,
    // As on paper.
    highlighter: { color: 2, width: 1 },
    line: first,
    arrow: first,
    rectangle: first,
    ellipse: first,
    text: first,
    eraser: first,
    partEraser: first,
  },
};
