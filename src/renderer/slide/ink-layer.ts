import { type InkStroke, strokePath } from '../../core/annotations/ink.ts';

const svg = 'http://www.w3.org/2000/svg';

/**
 * A slide's ink as a picture over the whole slide, in slide units. It belongs at the end of the slide's section, and takes
 * no pointer events; screen readers skip it.
 */
export function inkLayer(
  strokes: readonly InkStroke[],
  size: { readonly width: number; readonly height: number },
): SVGSVGElement {
  const layer = document.createElementNS(svg, 'svg');
  layer.setAttribute('class', 'ink-layer');
  layer.setAttribute('aria-hidden', 'true');
  layer.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  layer.style.cssText = `position:absolute;left:0;top:0;width:${size.width}px;height:${size.height}px;max-width:none;max-height:none;margin:0;overflow:visible;pointer-events:none;z-index:20`;
  layer.append(...strokes.map(strokeShape));
  return layer;
}

/** One stroke as a filled outline. */
export function strokeShape(stroke: Pick<InkStroke, 'points' | 'width' | 'color'>): SVGPathElement {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', strokePath(stroke));
  path.setAttribute('fill', stroke.color);
  return path;
}
