import { expect, it } from 'vitest';
import type { InkStroke } from '../../../../src/core/annotations/ink.ts';
import { mergeAnnotations } from '../../../../src/core/annotations/merge-annotations.ts';

const stroke = (id: string, color = '#ff0000'): InkStroke => ({
  kind: 'ink',
  id,
  slide: 's1',
  points: [],
  color,
  width: 4,
  created: '',
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => stroke(id)) as [InkStroke, InkStroke, InkStroke, InkStroke];
const blue = (of: InkStroke) => ({ ...of, color: '#0000ff' });
const green = (of: InkStroke) => ({ ...of, color: '#00ff00' });

it('has what either side added, and not what either side took away', () => {
  expect(mergeAnnotations([a, b], [a, b, c], [a, b, d])).toEqual({ annotations: [a, b, c, d], clashes: 0 });
  expect(mergeAnnotations([a, b], [a], [a, b, d])).toEqual({ annotations: [a, d], clashes: 0 });
  expect(mergeAnnotations([a, b], [a, b, c], [b])).toEqual({ annotations: [b, c], clashes: 0 });
});

it('takes what one side changed; where both did, or one took it away, what was changed stays and mine holds', () => {
  expect(mergeAnnotations([a], [a], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(mergeAnnotations([a], [blue(a)], [a])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(mergeAnnotations([a], [blue(a)], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
  expect(mergeAnnotations([a], [blue(a)], [green(a)])).toEqual({ annotations: [blue(a)], clashes: 1 });
  expect(mergeAnnotations([a], [blue(a)], [])).toEqual({ annotations: [blue(a)], clashes: 1 });
  expect(mergeAnnotations([a], [], [blue(a)])).toEqual({ annotations: [blue(a)], clashes: 0 });
});

it('does not take a stroke for another because its slide was found elsewhere', () => {
  expect(mergeAnnotations([a], [{ ...a, slide: 's2' }], [])).toEqual({ annotations: [], clashes: 0 });
});
