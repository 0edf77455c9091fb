import { expect, it } from 'vitest';
import { fullTime, remarkTime } from '../../../../src/renderer/comments/remark-time.ts';

it('a time is as short as it can be', () => {
  const now = new Date(2026, 2, 2, 16, 0);
  const at = (...parts: readonly [number, number, number, number, number]) => new Date(...parts).toISOString();
  expect(remarkTime(at(2026, 2, 2, 9, 5), now)).toBe('09:05');
  expect(remarkTime(at(2026, 1, 28, 14, 7), now)).toBe('28 Feb, 14:07');
  expect(remarkTime(at(2025, 11, 31, 14, 7), now)).toBe('31 Dec 2025');
  expect(remarkTime('whenever', now)).toBe('');
  expect([fullTime('whenever'), fullTime(at(2026, 2, 2, 9, 5))]).toEqual([
    'whenever',
    expect.stringMatching(/^Monday,? 2 March 2026(?: at|,) 09:05$/),
  ]);
});
