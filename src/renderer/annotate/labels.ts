import { type Point, roundedCoordinate as rounded } from '../../core/annotations/drawing/geometry.ts';
import { labelArea, type TextLabel } from '../../core/annotations/drawing/label.ts';
import { annotations } from '../../core/annotations/annotation-field.ts';
import type { LabelEdit } from './annotate-model.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { toolOf } from './tools.ts';

/** Begins to write a new label, in the text tool's colour and size. */
export function writeLabel(desk: DrawingDesk, { x, y }: Point): void {
  const { colors, widths } = toolOf('text');
  const style = desk.model.style('text');
  desk.model.edit({
    id: null,
    slide: desk.slide,
    at: { x: rounded(x), y: rounded(y) },
    text: '',
    color: colors[style.color]?.value ?? '',
    size: widths[style.width]?.value ?? 0,
  });
}

/** Begins to rewrite a label where it stands. */
export function editLabel(desk: DrawingDesk, { id, slide, x, y, text, color, size }: TextLabel): void {
  desk.model.edit({ id, slide, at: { x, y }, text, color, size });
}

/** Keeps what was written; a label without text goes. */
export function keepLabel(desk: DrawingDesk, edit: LabelEdit, written: string): void {
  const text = written.replace(/\s+$/, '');
  desk.model.edit(null);
  const present = annotations(desk.session.state).find(({ id }) => id === edit.id);
  if (present?.kind === 'label') {
    if (text.trim() === '') desk.remove([present]);
    else if (text !== present.text) desk.change([{ ...present, text }]);
    return;
  }
  if (text.trim() === '') return;
  const { at, color, size, slide } = edit;
  const label: TextLabel = { kind: 'label', ...desk.fields(), slide, ...at, text, color, size };
  if (desk.add([label])) desk.model.select([label.id]);
}

/** Letters in a line of a text that comes from elsewhere, before it is broken. */
const longestLine = 60;

/** A label of a text from elsewhere, in the text tool's style: near the middle of the slide, its long lines broken. */
export function writtenLabel(
  desk: DrawingDesk,
  text: string,
  { width, height }: { readonly width: number; readonly height: number },
): TextLabel {
  const { colors, widths } = toolOf('text');
  const style = desk.model.style('text');
  const look = { color: colors[style.color]?.value ?? '', size: widths[style.width]?.value ?? 0 };
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n').flatMap(broken);
  const label: TextLabel = { kind: 'label', ...desk.fields(), x: 0, y: 0, text: lines.join('\n'), ...look };
  const area = labelArea(label);
  const middle = (room: number, taken: number) => Math.max(0, Math.round((room - taken) / 2));
  return { ...label, x: middle(width, area.width), y: middle(height, area.height) };
}

function broken(line: string): readonly string[] {
  const lines: string[] = [''];
  for (const word of line.split(/(?<=\s)/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > longestLine) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((each) => each.trimEnd());
}
