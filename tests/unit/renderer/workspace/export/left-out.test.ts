import { expect, test } from 'vitest';
import { saysLeftOut } from '../../../../../src/renderer/workspace/export/left-out.ts';

test('names the slides that got no page', () => {
  expect(saysLeftOut([{ slide: 18, reason: 'hidden' }])).toBe('Left out: slide 18 (hidden)');
  expect(
    saysLeftOut([
      { slide: 3, reason: 'hidden' },
      { slide: 18, reason: 'hidden' },
    ]),
  ).toBe('Left out: slides 3, 18 (hidden)');
});
