import { expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotations/annotation.ts';
import type { InkStroke } from '../../../../src/core/annotations/drawing/ink.ts';
import { defaultLayer, type Layer } from '../../../../src/core/annotations/layer.ts';
import { mergeAnnotations } from '../../../../src/core/annotations/merge-annotations.ts';
import { layer, stroke } from './sample-annotations.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => stroke('s1', id)) as [InkStroke, InkStroke, InkStroke, InkStroke];
const blue = (of: InkStroke) => ({ ...of, color: '#0000ff' });
const set = (annotations: readonly Annotation[], ...layers: readonly Layer[]) => ({
  annotations,
  layers: [defaultLayer, ...layers],
});
const merge = (...lists: readonly [readonly Annotation[], readonly Annotation[], readonly Annotation[]]) => {
  const [base, mine, theirs] = lists;
  const { annotations, clashes } = mergeAnnotations(set(base), set(mine), set(theirs));
  return { annotations, clashes };
};
const green = (of: InkStroke) => ({ ...of, color: '#00ff00' });

it('has what either side added, and not what either side took away', () => {
  expect(merge([a, b], [a, b, c], [a, b, d])).toEqual({ annotations: [a, b, c, d], clashes: 0 });
  expect(merge([a, b], [a], [a, b, d])).toEqual({ annotations: [a, d], clashes: 0 });
  expect(merge([a, b], [a, b, c], [b])).toEqual({ annotations: [b, c], clashes: 0 });
});

it('takes what one side changed; where both did, or one took it away, what was changed stays and mine holds', () => {
  expect(merge([a], [a], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(merge([a], [blue(a)], [a])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(merge([a], [blue(a)], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(merge([a], [blue(a)], [green(a)])).toEqual({ annotations: [blue(a)], clashes: 1 });
  expect(merge([a], [blue(a)], [])).toEqual({ annotations: [blue(a)], clashes: 1 });
  expect(merge([a], [], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
});

it('does not take a stroke for another because its slide was found elsewhere', () => {
  expect(merge([a], [{ ...a, slide: 's2' }], [])).toEqual({ annotations: [], clashes: 0 });
});

it('merges layers as well, and keeps one that something lies on', () => {
  const [own, talk] = [layer('own'), layer('talk')];
  const sheets = (...sides: readonly (readonly Layer[])[]) => {
    const [base = [], mine = [], theirs = []] = sides.map((layers) => set([a], ...layers));
    return mergeAnnotations(base as never, mine as never, theirs as never);
  };
  expect(sheets([], [own], [talk]).layers).toEqual([defaultLayer, own, talk]);
  expect(sheets([own], [own], []).layers).toEqual([defaultLayer]);
  const renamed = { ...own, name: 'Mine' };
  expect(sheets([own], [renamed], [{ ...own, name: 'Theirs' }])).toMatchObject({
    layers: [defaultLayer, renamed],
    clashes: 1,
  });
  const drawn = { ...b, layer: own.id };
  expect(mergeAnnotations(set([], own), set([drawn], own), set([])).layers).toEqual([defaultLayer, own]);
});
