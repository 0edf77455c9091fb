import type { Drawing } from './drawing.ts';
import { colorName } from './ink-colors.ts';

/** A drawing in words, for those who do not see it: `Arrow, red`; a label is called by what it says. */
export function drawingName(drawing: Drawing): string {
  return `${nounOf(drawing)}, ${colorName(drawing.color)}`;
}

function nounOf(drawing: Drawing): string {
  switch (drawing.kind) {
    case 'ink':
      return drawing.tool === 'pen' ? 'Pen stroke' : 'Highlight';
    case 'line':
      return drawing.arrow ? 'Arrow' : 'Line';
    case 'rectangle':
      return 'Rectangle';
    case 'ellipse':
      return 'Ellipse';
    case 'label':
      return `Text “${shortened(drawing.text)}”`;
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
