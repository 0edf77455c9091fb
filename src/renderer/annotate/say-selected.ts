import { drawingName } from '../../core/annotations/drawing/drawing-name.ts';
import type { DrawingDesk } from './drawing-desk.ts';

/** Says what is selected: `Arrow, red, 2 of 5`, counted from the lowest. */
export function saySelected(desk: DrawingDesk): void {
  const selected = desk.selected();
  const [only] = selected;
  if (only === undefined) return desk.say('Nothing selected');
  if (selected.length > 1) return desk.say(`${selected.length} drawings selected`);
  const all = desk.free();
  desk.say(`${drawingName(only)}, ${all.indexOf(only) + 1} of ${all.length}`);
}
