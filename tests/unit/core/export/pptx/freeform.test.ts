import { expect, it } from 'vitest';
import { freeform, pathBox } from '../../../../../src/core/export/pptx/freeform.ts';
import { Measures } from '../../../../../src/core/export/pptx/measures.ts';

const measures = new Measures({ width: 1280, height: 720 });

it('knows the area that a path takes up', () => {
  expect(pathBox('M10 20L30 5Q 40 50 -10 20Z')).toEqual({ x: -10, y: 5, width: 50, height: 45 });
  expect(pathBox('')).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

it('draws lines, curves of both kinds and the end, relative to the box', () => {
  const xml = freeform('M1 2L3 4Q5 6 7 8C1 1 2 2 3 3Z', { x: 1, y: 2, width: 10, height: 10 }, measures);
  expect(xml).toContain('<a:path w="95250" h="95250">');
  expect(xml).toContain('<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="19050" y="19050"/></a:lnTo>');
  expect(xml).toContain('<a:quadBezTo><a:pt x="38100" y="38100"/><a:pt x="57150" y="57150"/></a:quadBezTo>');
  expect(xml.match(/<a:cubicBezTo>(?:<a:pt [^>]*>){3}<\/a:cubicBezTo><a:close\/>/)).not.toBeNull();
});

it('takes further points of one letter for more of the same, and those of a move for lines', () => {
  const xml = freeform('M0 0 1 1Q1 1 2 2 3 3 4 4', { x: 0, y: 0, width: 4, height: 4 }, measures);
  expect(xml.match(/<a:(\w+)(?= *>)/g)).toEqual(
    expect.arrayContaining(['<a:moveTo', '<a:lnTo', '<a:quadBezTo', '<a:quadBezTo']),
  );
  expect(xml.match(/quadBezTo>/g)).toHaveLength(4);
});

it('leaves out a curve that is cut short', () => {
  expect(freeform('M0 0Q1 1', { x: 0, y: 0, width: 1, height: 1 }, measures)).not.toContain('quadBezTo');
});
