import type { SvgShape } from '../../../core/annotations/drawing/svg-shape.ts';
import { colorParts, pdfNumber } from './pdf-number.ts';

/** A place in slide units as one on the page, in points. */
export type Mapped = (x: number, y: number) => readonly [x: number, y: number];

/** How far the handles of a curve are that is nearly a quarter of a circle of radius 1. */
const quarter = 0.5522847498;

/**
 * What draws a shape, as operators of PDF in points. Texts are not drawn: they need a font.
 * @param scale points to a slide unit
 */
export function shapeOperators({ tag, attributes }: SvgShape, at: Mapped, scale: number): string {
  const value = (name: string): number => Number(attributes[name] ?? 0);
  const path = tag === 'text' ? '' : pathOf(tag, (name) => attributes[name] ?? 0, at);
  if (path === '') return '';
  const [fill = 'none', stroke = 'none'] = [attributes['fill'], attributes['stroke']].map((paint) =>
    paint === undefined ? undefined : String(paint),
  );
  const lines: string[] = [];
  if (fill !== 'none') lines.push(`${colorParts(fill).map(pdfNumber).join(' ')} rg`);
  if (stroke !== 'none') {
    lines.push(`${colorParts(stroke).map(pdfNumber).join(' ')} RG`, `${pdfNumber(value('stroke-width') * scale)} w`);
    lines.push(attributes['stroke-linecap'] === 'round' ? '1 J' : '0 J');
    lines.push(attributes['stroke-linejoin'] === 'round' ? '1 j' : '0 j');
  }
  const paint = fill === 'none' ? 'S' : stroke === 'none' ? 'f' : 'B';
  return `${[...lines, path, paint].join('\n')}\n`;
}

function pathOf(tag: SvgShape['tag'], attribute: (name: string) => string | number, at: Mapped): string {
  const value = (name: string): number => Number(attribute(name));
  const point = (x: number, y: number): string => at(x, y).map(pdfNumber).join(' ');
  switch (tag) {
    case 'line':
      return `${point(value('x1'), value('y1'))} m\n${point(value('x2'), value('y2'))} l`;
    case 'rect': {
      const [x, y, width, height] = [value('x'), value('y'), value('width'), value('height')];
      const corners = [point(x, y), point(x + width, y), point(x + width, y + height), point(x, y + height)];
      return `${corners[0]} m\n${corners
        .slice(1)
        .map((corner) => `${corner} l`)
        .join('\n')}\nh`;
    }
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
      return pathData(String(attribute('d')), at);
  }
}

/** Path data of the commands that drawings have: M, L and Q with whole coordinates, and Z. */
function pathData(data: string, at: Mapped): string {
  const written: string[] = [];
  let [x, y] = [0, 0];
  const point = (px: number, py: number): string => at(px, py).map(pdfNumber).join(' ');
  for (const { 1: command = '', 2: rest = '' } of data.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    if (command === 'Z') written.push('h');
    const step = command === 'Q' ? 4 : 2;
    for (let i = 0; i + step <= numbers.length; i += step) {
      const [a = 0, b = 0, c = a, d = b] = numbers.slice(i, i + step);
      if (command === 'Q') {
        // A curve of one handle as one of two.
        const first = point(x + (2 / 3) * (a - x), y + (2 / 3) * (b - y));
        const second = point(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d));
        written.push(`${first} ${second} ${point(c, d)} c`);
      } else written.push(`${point(a, b)} ${command === 'M' && i === 0 ? 'm' : 'l'}`);
      [x, y] = [c, d];
    }
  }
  return written.join('\n');
}
