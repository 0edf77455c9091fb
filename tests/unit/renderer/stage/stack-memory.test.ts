import { expect, test } from 'vitest';
import { StackMemory } from '../../../../src/renderer/stage/stack-memory.ts';
import { StageMap } from '../../../../src/renderer/stage/stage-map.ts';

const map = new StageMap(
  (['horizontal', 'horizontal', 'vertical', 'vertical', 'horizontal'] as const).map((kind, i) => ({
    key: `s${i}`,
    break: kind,
    label: `${i}`,
    counted: true,
  })),
);

test('a stack is entered where it was left, and each remembers one slide', () => {
  const memory = new StackMemory();
  memory.leave(map, 's1', 's2');
  memory.leave(map, 's2', 's4');
  expect([...memory.left]).toEqual(['s2']);
});

test('a slide of its own is no stack, and the start of the deck makes all new', () => {
  const memory = new StackMemory();
  memory.leave(map, 's3', 's4');
  memory.leave(map, 's4', 's3');
  expect([...memory.left]).toEqual(['s3']);
  memory.leave(map, 's3', 's0');
  expect([...memory.left]).toEqual([]);
});
