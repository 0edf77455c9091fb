import { expect, test } from 'vitest';
import { PalmRejection } from '../../../../src/renderer/annotate/pointer/palm-rejection.ts';

const pen = (timeStamp: number) => ({ pointerType: 'pen', pointerId: 1, timeStamp });
const finger = (timeStamp: number, pointerId = 10) => ({ pointerType: 'touch', pointerId, timeStamp });

test('a finger draws where no pen was ever seen', () => {
  const palm = new PalmRejection();
  palm.noticed({ pointerType: 'mouse', pointerId: 2, timeStamp: 0 });
  expect(palm.touched(finger(10))).toBe('draws');
});

test('a touch is the hand’s while a pen is near, and a moment after', () => {
  const palm = new PalmRejection();
  palm.noticed(pen(1000));
  // However long the pen only hovers.
  expect(palm.touched(finger(60_000))).toBe('nothing');
  palm.lifted(finger(60_100));
  palm.left(pen(61_000));
  expect(palm.touched(finger(62_000))).toBe('nothing');
  palm.lifted(finger(62_100));
  expect(palm.touched(finger(63_000))).toBe('selects');
});

test('two fingers mean nothing, until both are lifted', () => {
  const palm = new PalmRejection();
  expect(palm.touched(finger(0, 1))).toBe('draws');
  expect(palm.touched(finger(20, 2))).toBe('nothing');
  palm.lifted(finger(40, 1));
  expect(palm.touched(finger(60, 3))).toBe('nothing');
  palm.lifted(finger(80, 2));
  palm.lifted(finger(80, 3));
  expect(palm.touched(finger(100, 4))).toBe('draws');
});
