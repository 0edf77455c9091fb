import type { ToolName } from '../../contract/drawing-tools.ts';
import { highlightColors, type InkColor, inkColors } from '../../core/annotations/drawing/ink-colors.ts';

/** A width that a tool offers. */
export interface ToolWidth {
  readonly name: string;
  /** Of the line, of the letters, or of the eraser's radius: in slide units. */
  readonly value: number;
}

export interface Tool {
  readonly name: ToolName;
  readonly label: string;
  /** None for a tool that draws nothing. */
  readonly colors: readonly InkColor[];
  /** None for a tool that has none. */
  readonly widths: readonly ToolWidth[];
}

const lineNames = ['Thin', 'Medium', 'Thick', 'Very thick'];
const sizeNames = ['Small', 'Medium', 'Large', 'Very large'];
const widths = (names: readonly string[], ...values: readonly number[]): readonly ToolWidth[] =>
  values.map((value, i) => ({ name: names[i] ?? '', value }));

const lines = widths(lineNames, 3, 6, 10, 18);
const erasers = widths(sizeNames, 6, 14, 28, 56);

/** All tools, in the order in which they are offered. */
export const tools: readonly Tool[] = [
  { name: 'select', label: 'Select', colors: [], widths: [] },
  { name: 'pen', label: 'Pen', colors: inkColors, widths: widths(lineNames, 4, 8, 14, 24) },
  { name: 'highlighter', label: 'Highlighter', colors: highlightColors, widths: widths(lineNames, 16, 28, 44, 68) },
  { name: 'line', label: 'Line', colors: inkColors, widths: lines },
  { name: 'arrow', label: 'Arrow', colors: inkColors, widths: lines },
  { name: 'rectangle', label: 'Rectangle', colors: inkColors, widths: lines },
  { name: 'ellipse', label: 'Ellipse', colors: inkColors, widths: lines },
  { name: 'text', label: 'Text', colors: inkColors, widths: widths(sizeNames, 24, 32, 48, 72) },
  { name: 'eraser', label: 'Eraser: whole drawings', colors: [], widths: erasers },
  { name: 'partEraser', label: 'Eraser: parts of strokes', colors: [], widths: erasers },
];

const byName = new Map(tools.map((tool) => [tool.name, tool]));

export function toolOf(name: ToolName): Tool {
  const tool = byName.get(name);
  if (tool === undefined) throw new RangeError(`No tool ${name}`);
  return tool;
}

/** The place, from 0, of the width that is nearest to a value; 0 where there are none. */
export function nearestWidth(offered: readonly ToolWidth[], value: number): number {
  const distances = offered.map((width) => Math.abs(width.value - value));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
