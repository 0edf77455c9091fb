import { expect, it } from 'vitest';
import type { Drawing } from '../../../../../src/core/annotations/drawing/drawing.ts';
import { withDrawings } from '../../../../../src/core/export/pptx/drawing-parts.ts';
import { elements, parseXml } from './package-checks.ts';
import { paragraph, presentationOf, run, slide, textPart, theme } from './sample-deck.ts';

const fields = { slide: 's1', layer: 'default', created: '2025-12-11T00:00:00Z', modified: '2025-12-11T00:00:00Z' };
const points = [10, 20, 30, 40].map((x) => ({ x, y: x * 2, pressure: 0.5, time: x }));
const kinds = [
  { kind: 'ink', tool: 'pen', points, color: '#FF0000', width: 4 },
  { kind: 'ink', tool: 'highlighter', points, color: '#ffee00', width: 20 },
  { kind: 'line', from: { x: 0, y: 50 }, to: { x: 100, y: 50 }, arrow: true, color: '#00ff00', width: 3 },
  { kind: 'rectangle', x: 5, y: 5, width: 50, height: 20, color: '#0000ff', strokeWidth: 2 },
  { kind: 'ellipse', x: 5, y: 5, width: 50, height: 20, color: '#0000ff', strokeWidth: 2 },
  { kind: 'label', x: 10, y: 10, text: 'Look\nhere', color: '#123456', size: 24 },
  // The fields that all annotations have are of no concern here.
].map((kind, i) => ({ ...fields, ...kind, id: `d${i}` })) as unknown as readonly Drawing[];

it('makes every kind of drawing a shape or a text, highlights under the slide’s texts and the others over them', () => {
  const own = textPart('title', [paragraph([run('Title')])]);
  const drawn = withDrawings(slide([own]), kinds, theme);
  const names = drawn.parts.map((part) => (part.kind === 'shape' ? part.name : part.kind));
  expect(names).toEqual(['Highlight', 'text', 'Ink', 'Arrow', 'Arrow head', 'Rectangle', 'Ellipse', 'text']);
  const xml = parseXml(presentationOf([drawn]).get('ppt/slides/slide1.xml') ?? '');
  expect(elements(xml, 'custGeom')).toHaveLength(4);
  expect(elements(xml, 'prstGeom').map((one) => one.getAttribute('prst'))).toContain('ellipse');
  expect(elements(xml, 'alpha')).toHaveLength(1);
  expect(elements(xml, 'srgbClr').map((one) => one.getAttribute('val'))).toContain('FF0000');
  expect(xml.documentElement.textContent).toContain('Look');
  expect(elements(xml, 'decorative')).toEqual([]);
  // No shape without a size: what draws it would divide by it.
  const sizes = elements(xml, 'ext').filter((one) => one.hasAttribute('cx'));
  const drawnSizes = sizes.slice(1).flatMap((one) => [one.getAttribute('cx'), one.getAttribute('cy')]);
  expect(drawnSizes.filter((size) => size === '0')).toEqual([]);
});

it('leaves a slide alone on which nothing is drawn', () => {
  const own = slide([]);
  expect(withDrawings(own, [], theme)).toBe(own);
});
