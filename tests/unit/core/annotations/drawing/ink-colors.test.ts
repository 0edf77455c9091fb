import { describe, expect, it, test } from 'vitest';
import { haloColor, haloedShapes } from '../../../../../src/core/annotations/drawing/halo.ts';
import {
  colorName,
  highlightColors,
  type InkColor,
  inkColors,
} from '../../../../../src/core/annotations/drawing/ink-colors.ts';
import { box, label, line, stroke } from '../sample-annotations.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** What readers without one kind of cone see: Machado, Oliveira and Fernandes 2009, severity 1, in linear sRGB. */
const eyes: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(color: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const row = (weights: Triple, values: Triple): number =>
  weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2];
const times = (matrix: Matrix, values: Triple): Triple => [
  row(matrix[0], values),
  row(matrix[1], values),
  row(matrix[2], values),
];

/** Björn Ottosson's OKLab, of linear sRGB. */
function oklab(color: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

function nearest(colors: readonly InkColor[], eye: Matrix): { readonly distance: number; readonly pair: string } {
  const seen = colors.map(({ name, value }) => {
    const [r, g, b] = times(eye, linear(value));
    const clip = (channel: number) => Math.min(1, Math.max(0, channel));
    return { name, lab: oklab([clip(r), clip(g), clip(b)]) };
  });
  return seen
    .flatMap((one, i) =>
      seen.slice(i + 1).map((other) => ({
        distance: Math.hypot(...one.lab.map((value, axis) => value - (other.lab[axis] ?? 0))),
        pair: `${one.name} and ${other.name}`,
      })),
    )
    .reduce((a, b) => (a.distance <= b.distance ? a : b));
}

describe.each(Object.entries(eyes))('with %s', (_, eye) => {
  it('eight colours of ink are told apart', () => {
    expect(inkColors).toHaveLength(8);
    expect(nearest(inkColors, eye).distance).toBeGreaterThan(0.1);
  });
  it('eight colours of highlighters are told apart', () => {
    expect(highlightColors).toHaveLength(8);
    expect(nearest(highlightColors, eye).distance).toBeGreaterThan(0.09);
  });
});

const luminance = (color: string): number => row([0.2126, 0.7152, 0.0722], linear(color));
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

test('ink, or its edge, stands out from white and from the dark theme at 3:1', () => {
  for (const { value } of inkColors) {
    for (const ground of ['#ffffff', '#0e141d', '#000000']) {
      const shown = [value, haloColor(value) ?? value].map((color) => contrast(color, ground));
      expect(Math.max(...shown), `${value} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test('an edge lies under each shape of what needs one, and under nothing else', () => {
  expect(haloedShapes(line('s1', 'a', { color: '#ff8c00' }))).toHaveLength(4);
  expect(haloedShapes(line('s1', 'a', { color: '#d92020' }))).toHaveLength(2);
  const [under, over] = haloedShapes(box('s1', 'b', { color: '#ffffff', strokeWidth: 4 }));
  expect(under?.attributes).toMatchObject({ fill: 'none', stroke: '#16181d', 'stroke-width': 6 });
  expect(over?.attributes).toMatchObject({ stroke: '#ffffff', 'stroke-width': 4 });
  const [shadow] = haloedShapes(label('s1', 'c', { color: '#16181d', text: 'Here' }));
  expect(shadow).toMatchObject({ text: 'Here', attributes: { fill: '#ffffff', 'stroke-width': 2 } });
  expect(haloedShapes(stroke('s1', 'd', { tool: 'highlighter', color: '#fdf518' }))).toHaveLength(1);
});

test('colours have names, and others are called by their value', () => {
  expect(colorName('#D92020')).toBe('red');
  expect(colorName('#fe6abf')).toBe('pink');
  expect(colorName('#123456')).toBe('#123456');
});
