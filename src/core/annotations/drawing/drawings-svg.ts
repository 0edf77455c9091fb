import { type Drawing, isHighlight } from './drawing.ts';
import { haloedShapes } from './halo.ts';
import { svgMarkup } from './svg-shape.ts';

/**
 * Drawings alone, as an SVG file of the slide's size in slide units on a transparent ground. Highlights lie under the
 * others and are multiplied with what the file is laid over, by those programs that can.
 */
export function drawingsSvg(
  drawings: readonly Drawing[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const part = (highlights: boolean) =>
    svgMarkup(drawings.filter((drawing) => isHighlight(drawing) === highlights).flatMap(haloedShapes));
  const size = `width='${width}' height='${height}' viewBox='0 0 ${width} ${height}'`;
  const [marks, others] = [part(true), part(false)];
  // As the light themes have it: a trace of the colour, and the rest mixed.
  const under =
    marks === ''
      ? ''
      : `<g opacity='0.16'>${marks}</g>\n<g style='mix-blend-mode:multiply' opacity='0.65'>${marks}</g>\n`;
  return `<svg xmlns='http://www.w3.org/2000/svg' ${size}>\n${under}<g font-weight='500'>${others}</g>\n</svg>\n`;
}
