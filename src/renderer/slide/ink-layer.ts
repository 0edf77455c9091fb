import { type Drawing, isHighlight } from '../../core/annotations/drawing/drawing.ts';
import { haloedShapes } from '../../core/annotations/drawing/halo.ts';
import type { SvgShape } from '../../core/annotations/drawing/svg-shape.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A slide's own size, in slide units. */
interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures over a slide. Highlights are mixed with what is behind them, so that text stays as it is; a trace of their own
 * colour lies under that, since a dark picture mixed with any colour is a dark picture. Other drawings lie on top.
 */
const layerKinds = ['tints', 'highlights', 'drawings'] as const;
type LayerKind = (typeof layerKinds)[number];

const layerLooks: Readonly<Record<LayerKind, string>> = {
  tints: 'z-index:18;opacity:var(--highlight-tint)',
  highlights: 'z-index:19;mix-blend-mode:var(--highlight-blend);opacity:var(--highlight-strength)',
  drawings: 'z-index:20',
};

/** The elements in a picture, by what they show. */
const shownIn = new WeakMap<Element, Map<Drawing, SVGElement>>();

/**
 * An empty picture over a whole slide, in slide units. It belongs at the end of the slide's section, and takes no pointer
 * events; screen readers skip it. The theme says how highlights and the slide mix: text stays as it is.
 */
export function inkLayer(size: SlideSize, kind: LayerKind): SVGSVGElement {
  const layer = document.createElementNS(svg, 'svg');
  layer.setAttribute('class', 'ink-layer');
  layer.setAttribute('aria-hidden', 'true');
  layer.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  // Letters are as they were drawn, whatever the slide does with its own.
  const letters = 'direction:ltr;letter-spacing:normal;word-spacing:normal;text-transform:none;text-shadow:none';
  layer.style.cssText = `position:absolute;left:0;top:0;width:${size.width}px;height:${size.height}px;max-width:none;max-height:none;margin:0;overflow:visible;pointer-events:none;font:500 16px sans-serif;${letters};${layerLooks[kind]}`;
  layer.dataset['ink'] = kind;
  return layer;
}

/** A drawing as one element. */
export function drawingElement(drawing: Drawing): SVGElement {
  const elements = haloedShapes(drawing).map(shapeElement);
  const [only] = elements;
  if (only !== undefined && elements.length === 1) return only;
  const group = document.createElementNS(svg, 'g');
  group.append(...elements);
  return group;
}

function shapeElement({ tag, attributes, text }: SvgShape): SVGElement {
  const element = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Shows drawings on a slide's section, in place of those that it showed: what it showed already is not drawn again. */
export function showDrawings(section: Element, drawings: readonly Drawing[], size: SlideSize): void {
  for (const kind of layerKinds) {
    const wanted = drawings.filter((drawing) => isHighlight(drawing) === (kind !== 'drawings'));
    let layer = layerOf(section, kind);
    if (wanted.length === 0) {
      layer?.remove();
      continue;
    }
    if (layer === null) {
      layer = inkLayer(size, kind);
      section.append(layer);
    }
    fill(layer, wanted);
  }
}

/** The elements that show a drawing on a section; none where it shows no such thing. */
export function shownElements(section: Element, drawing: Drawing): readonly SVGElement[] {
  return layerKinds.flatMap((kind) => {
    const layer = layerOf(section, kind);
    return (layer === null ? undefined : shownIn.get(layer)?.get(drawing)) ?? [];
  });
}

function layerOf(section: Element, kind: LayerKind): Element | null {
  return section.querySelector(`:scope > .ink-layer[data-ink='${kind}']`);
}

function fill(layer: Element, wanted: readonly Drawing[]): void {
  const before = shownIn.get(layer) ?? new Map<Drawing, SVGElement>();
  const after = new Map(wanted.map((drawing) => [drawing, before.get(drawing) ?? drawingElement(drawing)]));
  for (const [drawing, element] of before) if (!after.has(drawing)) element.remove();
  let next = layer.firstElementChild;
  for (const element of after.values()) {
    if (element === next) next = next.nextElementSibling;
    else layer.insertBefore(element, next);
  }
  shownIn.set(layer, after);
}

/** A still picture of a slide with what is drawn on it. */
export function withDrawings(frame: HTMLElement, drawings: readonly Drawing[], size: SlideSize): HTMLElement {
  const section = frame.querySelector('section');
  if (section !== null) showDrawings(section, drawings, size);
  return frame;
}
