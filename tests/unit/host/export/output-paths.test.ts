import { expect, it } from 'vitest';
import { manifestPath, outputPaths } from '../../../../src/host/export/output-paths.ts';

const slides = (...numbers: readonly (number | null)[]) => numbers.map((slide) => ({ slide }));

it('leaves the name of a single file alone', () => {
  expect(outputPaths('/a/out.pdf', slides(null))).toEqual(['/a/out.pdf']);
  expect(outputPaths('/a/out.png', slides(7))).toEqual(['/a/out.png']);
});

it('gives several files the numbers of their slides, as wide as the largest', () => {
  expect(outputPaths('/a/out.png', slides(2, 11))).toEqual(['/a/out-02.png', '/a/out-11.png']);
});

it('puts numbers where the name says, as wide as it says, also for one slide', () => {
  expect(outputPaths('/a/s%d.png', slides(2, 11))).toEqual(['/a/s2.png', '/a/s11.png']);
  expect(outputPaths('/a/s%03d.png', slides(2))).toEqual(['/a/s002.png']);
  expect(outputPaths('/%d/s.png', slides(1, 2))).toEqual(['/%d/s-1.png', '/%d/s-2.png']);
});

it('puts the manifest beside, under the name without its place for numbers', () => {
  expect(manifestPath('/a/out.pdf')).toBe('/a/out.pdf.manifest.json');
  expect(manifestPath('/a/slide-%02d.png')).toBe('/a/slide.png.manifest.json');
});
