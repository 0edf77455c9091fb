import { expect, test } from 'vitest';
import { saysLeftOut } from '../../../../../src/renderer/workspace/export/left-out.ts';

const labels = ['1', '2', '2.1', '3'];

test('names the slides that got no page', () => {
  expect(saysLeftOut([{ slide: 4, reason: 'hidden' }], labels)).toBe('Left out: slide 3 (hidden)');
  expect(
    saysLeftOut(
      [
        { slide: 3, reason: 'hidden' },
        { slide: 4, reason: 'hidden' },
      ],
      labels,
    ),
  ).toBe('Left out: slides 2.1, 3 (hidden)');
});
