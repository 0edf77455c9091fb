import type { CommandId } from '../../contract/commands.ts';
import { colorCount, type ToolName, toolNames } from '../../contract/drawing-tools.ts';
import type { OrderMove } from '../../core/annotations/commands/order-annotations.ts';
import { drawingFrame } from '../../core/annotations/drawing/drawing-bounds.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { unionOf } from '../../core/annotations/drawing/geometry.ts';
import { withColor, withWidth } from '../../core/annotations/drawing/restyle.ts';
import { scaleDrawing } from '../../core/annotations/drawing/transform.ts';
import type { CommandBinding, CommandBindings } from '../workspace/commands/command-registry.ts';
import { useCommands } from '../workspace/commands/use-commands.ts';
import { type DrawingDesk, idsOf } from './drawing-desk.ts';
import { drawingStyle, toolOfDrawing } from './drawing-style.ts';
import { saySelected } from './say-selected.ts';
import { toolOf } from './tools.ts';
import type { DrawingTransfer } from './use-drawing-transfer.ts';

/** The command that takes each tool. */
export const toolCommands: Readonly<Record<ToolName, CommandId>> = {
  select: 'annotate.select',
  pen: 'annotate.pen',
  highlighter: 'annotate.highlighter',
  line: 'annotate.line',
  arrow: 'annotate.arrow',
  rectangle: 'annotate.rectangle',
  ellipse: 'annotate.ellipse',
  text: 'annotate.text',
  eraser: 'annotate.eraser',
  partEraser: 'annotate.partEraser',
};

export const colorCommands: readonly CommandId[] = [
  'annotate.color1',
  'annotate.color2',
  'annotate.color3',
  'annotate.color4',
  'annotate.color5',
  'annotate.color6',
  'annotate.color7',
  'annotate.color8',
];

/** What is selected grows by so many slide units for a key, and shrinks by as many. */
const growth = 10;

/** What the style of the tools, or of what is selected, is set to; both mean places among what a tool offers. */
export interface Restyling {
  readonly color: (place: number) => void;
  readonly width: (place: number) => void;
}

/** Gives what is selected another colour or width; where nothing is, the tool in use. */
export function restyling(desk: DrawingDesk): Restyling {
  const { model, say } = desk;
  const restyle = (
    change: { readonly color?: number; readonly width?: number },
    changed: (drawing: Drawing) => Drawing,
  ) => {
    const selected = desk.selected();
    const { tool } = model.state();
    if (selected.length > 0) {
      desk.change(selected.map(changed));
      // What is drawn next with these tools looks like what was just changed.
      for (const name of new Set(selected.map(toolOfDrawing))) model.restyle(name, change);
    } else model.restyle(tool, change);
  };
  return {
    color: (place) => {
      restyle({ color: place }, (drawing) => withColor(drawing, place));
      say(drawingStyle(desk).colors[place]?.name ?? '');
    },
    width: (place) => {
      restyle({ width: place }, (drawing) =>
        withWidth(drawing, toolOf(toolOfDrawing(drawing)).widths[place]?.value ?? 0),
      );
      say(drawingStyle(desk).widths[place]?.name ?? '');
    },
  };
}

/** Binds every command on drawings. */
export function useAnnotateCommands(desk: DrawingDesk, transfer: DrawingTransfer): void {
  const { model, say } = desk;
  const style = restyling(desk);
  const isAny = (): boolean => desk.selected().length > 0;
  const onSelected = (run: () => void): CommandBinding => ({ run, isEnabled: isAny });

  const toolBinding = (name: ToolName): CommandBinding => ({
    run: () => {
      model.take(name);
      say(toolOf(name).label);
    },
    isOn: () => model.state().tool === name,
  });
  const colorBinding = (place: number): CommandBinding => ({
    run: () => style.color(place),
    isEnabled: () => drawingStyle(desk).colors.length > 0,
    label: () => `Colour: ${drawingStyle(desk).colors[place]?.name.toLowerCase() ?? ''}`,
  });
  const widthBy = (by: 1 | -1): CommandBinding => ({
    run: () => style.width(drawingStyle(desk).width + by),
    isEnabled: () => drawingStyle(desk).widths[drawingStyle(desk).width + by] !== undefined,
  });
  const order = (move: OrderMove, said: string): CommandBinding =>
    onSelected(() => say(desk.order(desk.selected(), move) ? said : 'It lies there already'));
  const scale = (dx: number, dy: number): CommandBinding =>
    onSelected(() => {
      const selected = desk.selected();
      const area = unionOf(selected.map(drawingFrame));
      if (area === null) return;
      const upright = selected.every(({ kind }) => kind === 'label');
      const factor = (side: number, by: number) => (side < 1 ? 1 : Math.max(0.1, (side + by) / side));
      const [sx, sy] = [factor(area.width, dx), factor(area.height, dy)];
      const both = upright ? sx * sy : null;
      desk.change(selected.map((drawing) => scaleDrawing(drawing, area, both ?? sx, both ?? sy)));
      const now = unionOf(desk.selected().map(drawingFrame)) ?? area;
      say(`${Math.round(now.width)} by ${Math.round(now.height)}`);
    });

  const bindings: CommandBindings = {
    ...Object.fromEntries(toolNames.map((name) => [toolCommands[name], toolBinding(name)])),
    ...Object.fromEntries(colorCommands.slice(0, colorCount).map((id, place) => [id, colorBinding(place)])),
    'annotate.thinner': widthBy(-1),
    'annotate.thicker': widthBy(1),
    'annotate.cut': onSelected(transfer.cut),
    'annotate.copy': onSelected(transfer.copy),
    'annotate.paste': { run: transfer.paste },
    'annotate.duplicate': onSelected(transfer.duplicate),
    'annotate.selectAll': {
      run: () => {
        model.take('select');
        model.select(idsOf(desk.free()));
        saySelected(desk);
      },
      isEnabled: () => desk.free().length > 0,
    },
    'annotate.front': order('front', 'In front of the others'),
    'annotate.forward': order('forward', 'One further in front'),
    'annotate.backward': order('backward', 'One further behind'),
    'annotate.back': order('back', 'Behind the others'),
    'annotate.wider': scale(growth, 0),
    'annotate.narrower': scale(-growth, 0),
    'annotate.taller': scale(0, growth),
    'annotate.lower': scale(0, -growth),
    'annotate.delete': onSelected(() => {
      const selected = desk.selected();
      if (desk.remove(selected)) say(`${selected.length === 1 ? '1 drawing' : `${selected.length} drawings`} deleted`);
    }),
    'annotate.clear': {
      run: () => {
        const all = desk.free();
        if (desk.remove(all)) say('The slide is cleared; Ctrl+Z brings its drawings back');
      },
      isEnabled: () => desk.free().length > 0,
    },
  };
  useCommands(bindings);
}
