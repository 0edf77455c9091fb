import type { SvgShape } from '../../../core/annotations/drawing/svg-shape.ts';
import { colorParts, pdfNumber } from './pdf-number.ts';

/** How far the handles of a curve are that is nearly a quarter of a circle of radius 1. */
const quarter = 0.5522847498;

/** What draws shapes, as operators of PDF in slide units. Texts are not drawn: they need a font. */
export function shapesOperators(shapes: readonly SvgShape[]): string {
  // A halo has the path of what it is under.
  const paths = new Map<unknown, string>();
  const pathOnce = ({ tag, attributes }: SvgShape): string => {
    if (tag !== 'path') return tag === 'text' ? '' : pathOf(tag, attributes);
    const path = paths.get(attributes['d']) ?? pathOf(tag, attributes);
    paths.set(attributes['d'], path);
    return path;
  };
  return shapes.map((shape) => shapeOperators(shape, pathOnce(shape))).join('');
}

function shapeOperators({ attributes }: SvgShape, path: string): string {
  const value = (name: string): number => Number(attributes[name] ?? 0);
  if (path === '') return '';
  const [fill, stroke] = [String(attributes['fill'] ?? 'none'), String(attributes['stroke'] ?? 'none')];
  const lines: string[] = [];
  if (fill !== 'none') lines.push(`${colorParts(fill).map(pdfNumber).join(' ')} rg`);
  if (stroke !== 'none') {
    lines.push(`${colorParts(stroke).map(pdfNumber).join(' ')} RG`, `${pdfNumber(value('stroke-width'))} w`);
    lines.push(attributes['stroke-linecap'] === 'round' ? '1 J' : '0 J');
    lines.push(attributes['stroke-linejoin'] === 'round' ? '1 j' : '0 j');
  }
  const paint = fill === 'none' ? 'S' : stroke === 'none' ? 'f' : 'B';
  return `${[...lines, path, paint].join('\n')}\n`;
}

function pathOf(tag: SvgShape['tag'], attributes: SvgShape['attributes']): string {
  const value = (name: string): number => Number(attributes[name] ?? 0);
  const point = (x: number, y: number): string => `${pdfNumber(x)} ${pdfNumber(y)}`;
  switch (tag) {
    case 'line':
      return `${point(value('x1'), value('y1'))} m\n${point(value('x2'), value('y2'))} l`;
    case 'rect':
      return `${point(value('x'), value('y'))} ${point(value('width'), value('height'))} re`;
    case 'ellipse': {
      const [cx, cy, rx, ry] = [value('cx'), value('cy'), value('rx'), value('ry')];
      const [hx, hy] = [rx * quarter, ry * quarter];
      const curve = (...places: readonly (readonly [number, number])[]): string =>
        `${places.map(([x, y]) => point(cx + x, cy + y)).join(' ')} c`;
      return [
        `${point(cx + rx, cy)} m`,
        curve([rx, hy], [hx, ry], [0, ry]),
        curve([-hx, ry], [-rx, hy], [-rx, 0]),
        curve([-rx, -hy], [-hx, -ry], [0, -ry]),
        curve([hx, -ry], [rx, -hy], [rx, 0]),
        'h',
      ].join('\n');
    }
    default:
      return pathData(String(attributes['d'] ?? ''));
  }
}

/**
 * Path data of the commands that drawings have: M, L and Q with whole coordinates, and Z. A deck may have thousands of
 * strokes of hundreds of curves: numbers that stay as they are stay text.
 */
function pathData(data: string): string {
  let written = '';
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of data.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    if (command === 'Z') {
      written += 'h\n';
      continue;
    }
    const numbers = rest.trim().split(' ');
    const step = command === 'Q' ? 4 : 2;
    for (let i = 0; i + step <= numbers.length; i += step) {
      const [a = '', b = ''] = [numbers[i + step - 2], numbers[i + step - 1]];
      const [toX, toY] = [Number(a), Number(b)];
      if (command === 'Q') {
        // A curve of one handle as one of two.
        const [hx, hy] = [2 * Number(numbers[i]), 2 * Number(numbers[i + 1])];
        written += `${third(x + hx)} ${third(y + hy)} ${third(toX + hx)} ${third(toY + hy)} ${a} ${b} c\n`;
      } else written += `${a} ${b} ${command === 'M' && i === 0 ? 'm' : 'l'}\n`;
      [x, y] = [toX, toY];
    }
  }
  return written.trimEnd();
}

/** A third of a number, to hundredths. */
function third(value: number): number {
  return Math.round((value * 100) / 3) / 100;
}
