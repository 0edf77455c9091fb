import { describe, expect, it } from 'vitest';
import { readLineSteps } from '../../../../src/core/markdown/line-steps.ts';

describe('readLineSteps', () => {
  it('reads steps, ranges and single lines', () => {
    expect(readLineSteps('1 | 3-6, 8')).toEqual([
      [{ start: 1, end: 1 }],
      [
        { start: 3, end: 6 },
        { start: 8, end: 8 },
      ],
    ]);
  });

  it('takes a step without lines for all lines', () =>
    expect(readLineSteps('|2|')).toEqual([[], [{ start: 2, end: 2 }], []]));

  it('passes over what is no line', () => expect(readLineSteps('a,-,1-,2')).toEqual([[{ start: 2, end: 2 }]]));
});
