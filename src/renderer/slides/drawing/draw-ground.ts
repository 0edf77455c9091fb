import type { ShapePart } from '../../../core/export/drawn-deck.ts';
import { visibleColour } from './colours.ts';
import { type FramePlace, pixels } from './frame-place.ts';

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** What lies behind an element’s text: its colour with a line around it, or lines on some of its sides. */
export function groundOf(element: Element, style: CSSStyleDeclaration, place: FramePlace): readonly ShapePart[] {
  const rectangle = element.getBoundingClientRect();
  if (rectangle.width === 0 || rectangle.height === 0) {
    if (element.tagName !== 'HR') return [];
  }
  const box = place.onSlide(rectangle);
  const fill = element.tagName === 'HR' ? null : visibleColour(style.backgroundColor);
  const lines = sides.map((side) => ({
    side,
    width: style[`border${side}Style`] === 'none' ? 0 : pixels(style[`border${side}Width`]),
    colour: visibleColour(style[`border${side}Color`]),
    kind: style[`border${side}Style`],
  }));
  const drawn = lines.filter(({ width, colour }) => width > 0 && colour !== null);
  const [first] = drawn;
  const isFrame =
    drawn.length === 4 && drawn.every(({ width, colour }) => width === first?.width && colour === first?.colour);
  const shapes: ShapePart[] = [];
  if (fill !== null || isFrame) {
    shapes.push({
      kind: 'shape',
      name: 'Box',
      box,
      fill,
      line:
        isFrame && first?.colour !== undefined && first.colour !== null
          ? { width: first.width, colour: first.colour, isDashed: /dashed|dotted/.test(first.kind) }
          : null,
      form: { kind: 'rectangle', radius: pixels(style.borderTopLeftRadius) },
      isDecoration: true,
    });
  }
  if (isFrame) return shapes;
  for (const { side, width, colour } of drawn) {
    if (colour === null) continue;
    shapes.push({
      kind: 'shape',
      name: 'Line',
      box: {
        x: side === 'Right' ? box.x + box.width - width : box.x,
        y: side === 'Bottom' ? box.y + box.height - width : box.y,
        width: side === 'Top' || side === 'Bottom' ? box.width : width,
        height: side === 'Left' || side === 'Right' ? box.height : width,
      },
      fill: colour,
      line: null,
      form: { kind: 'rectangle', radius: 0 },
      isDecoration: true,
    });
  }
  return shapes;
}
