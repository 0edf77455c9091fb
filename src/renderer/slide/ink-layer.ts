import { drawingShapes } from '../../core/annotations/drawing/drawing-shapes.ts';
import { type Drawing, isHighlight } from '../../core/annotations/drawing/drawing.ts';
import type { SvgShape } from '../../core/annotations/drawing/svg-shape.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A slide's own size, in slide units. */
interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** Which picture over a slide: highlights are one with what is behind them, other drawings lie on top. */
type LayerKind = 'drawings' | 'highlights';

/**
 * An empty picture over a whole slide, in slide units. It belongs at the end of the slide's section, and takes no pointer
 * events; screen readers skip it. The theme says how highlights and the slide mix: text stays as it is.
 */
export function inkLayer(size: SlideSize, kind: LayerKind = 'drawings'): SVGSVGElement {
  const layer = document.createElementNS(svg, 'svg');
  layer.setAttribute('class', 'ink-layer');
  layer.setAttribute('aria-hidden', 'true');
  layer.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  const mix = 'z-index:19;mix-blend-mode:var(--highlight-blend);opacity:var(--highlight-strength)';
  // Letters are as they were drawn, whatever the slide does with its own.
  const letters = 'direction:ltr;letter-spacing:normal;word-spacing:normal;text-transform:none;text-shadow:none';
  layer.style.cssText = `position:absolute;left:0;top:0;width:${size.width}px;height:${size.height}px;max-width:none;max-height:none;margin:0;overflow:visible;pointer-events:none;font:500 16px sans-serif;${letters};${kind === 'highlights' ? mix : 'z-index:20'}`;
  return layer;
}

/** Shapes as elements. */
export function shapeElements(shapes: readonly SvgShape[]): readonly SVGElement[] {
  return shapes.map(({ tag, attributes, text }) => {
    const element = document.createElementNS(svg, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  });
}

/** Shows drawings on a slide's section, in place of those that it showed. */
export function showDrawings(section: Element, drawings: readonly Drawing[], size: SlideSize): void {
  for (const layer of section.querySelectorAll(':scope > .ink-layer')) layer.remove();
  for (const kind of ['highlights', 'drawings'] as const) {
    const shown = drawings.filter((drawing) => isHighlight(drawing) === (kind === 'highlights'));
    if (shown.length === 0) continue;
    const layer = inkLayer(size, kind);
    layer.append(...shown.flatMap((drawing) => shapeElements(drawingShapes(drawing))));
    section.append(layer);
  }
}

/** A still picture of a slide with what is drawn on it. */
export function withDrawings(frame: HTMLElement, drawings: readonly Drawing[], size: SlideSize): HTMLElement {
  const section = frame.querySelector('section');
  if (section !== null) showDrawings(section, drawings, size);
  return frame;
}
