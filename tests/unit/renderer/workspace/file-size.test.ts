import { expect, test } from 'vitest';
import { fileSize } from '../../../../src/renderer/workspace/file-size.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1400, '1.4 kB'],
  [99_900, '100 kB'],
  [1_400_000, '1.4 MB'],
  [23_000_000_000, '23 GB'],
])('%d bytes are %s', (bytes, text) => expect(fileSize(bytes)).toBe(text));
