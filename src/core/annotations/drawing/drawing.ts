import type { BoxShape } from './box.ts';
import type { InkStroke } from './ink.ts';
import type { TextLabel } from './label.ts';
import type { LineShape } from './line.ts';

/** What can be seen drawn on a slide. */
export type Drawing = InkStroke | LineShape | BoxShape | TextLabel;

const drawn: ReadonlySet<string> = new Set<Drawing['kind']>(['ink', 'line', 'rectangle', 'ellipse', 'label']);

export function isDrawing(annotation: { readonly kind: string }): annotation is Drawing {
  return drawn.has(annotation.kind);
}

/** Whether a drawing lies under the others and under the slide's text. */
export function isHighlight(drawing: Drawing): boolean {
  return drawing.kind === 'ink' && drawing.tool === 'highlighter';
}
