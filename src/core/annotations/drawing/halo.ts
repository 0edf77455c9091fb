import { drawingShapes } from './drawing-shapes.ts';
import { type Drawing, isHighlight } from './drawing.ts';
import type { SvgShape } from './svg-shape.ts';

/** How far a halo reaches beyond the ink, in slide units. */
const reach = 1;

/** Between these luminances a colour has a contrast of 3:1 to both white and the darkest of the house themes. */
const darkest = 0.12;
const lightest = 0.3;

/**
 * The colour of the thin edge without which ink could not be seen on some slides; `null` where it needs none. On a ground
 * that the ink itself stands out from, the edge is like the ground and does not show.
 * @param color `#rrggbb`
 */
export function haloColor(color: string): string | null {
  const luminance = luminanceOf(color);
  if (luminance > lightest) return '#16181d';
  return luminance < darkest ? '#ffffff' : null;
}

/** A drawing's shapes, with those of its halo under them. Highlights have none: they are one with what they lie on. */
export function haloedShapes(drawing: Drawing): readonly SvgShape[] {
  const halo = isHighlight(drawing) ? null : haloColor(drawing.color);
  const shapes = drawingShapes(drawing);
  return halo === null ? shapes : [...shapes.map((shape) => haloShape(shape, halo)), ...shapes];
}

/** The shape as it is, so much wider on every side, in the halo's colour. */
function haloShape({ tag, attributes, text }: SvgShape, halo: string): SvgShape {
  const { 'stroke-width': width = 0, ...rest } = attributes;
  const wide = { stroke: halo, 'stroke-width': Number(width) + 2 * reach, 'stroke-linejoin': 'round' } as const;
  const fill = rest['fill'] === 'none' ? 'none' : halo;
  return { tag, attributes: { ...rest, ...wide, fill }, ...(text === undefined ? {} : { text }) };
}

/** Relative luminance, from 0 to 1, as WCAG 2 defines it. */
function luminanceOf(color: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
