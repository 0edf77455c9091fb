import { expect, test } from 'vitest';
import { SlideClipboard } from '../../../../src/renderer/workspace/slide-clipboard.ts';

const slide = (body: string) => ({ body, break: 'horizontal' as const, id: null, annotations: [], layers: [] });

test('gives back the slides that were taken, even where their text looks like a break', () => {
  const clipboard = new SlideClipboard();
  expect(clipboard.slides()).toBeNull();
  const text = clipboard.take([slide('a\n\n---\n\nb'), slide('c')]);
  expect(text).toBe('a\n\n---\n\nb\n\n---\n\nc');
  expect(clipboard.read(text)).toHaveLength(2);
  expect(clipboard.read(text.replaceAll('\n', '\r\n'))).toHaveLength(2);
  expect(clipboard.read(`${text} and more`)).toHaveLength(3);
  expect(clipboard.slides()).toHaveLength(2);
});

test('refuses what is no text or too much, and says why', () => {
  const clipboard = new SlideClipboard();
  expect(clipboard.read('\n\n')).toEqual({ problem: 'There is no text to paste.' });
  expect(clipboard.read('\n---\n'.repeat(200_000))).toEqual({ problem: expect.stringContaining('200,000 slides') });
  expect(clipboard.read('x\n\n---\n\n'.repeat(10_001))).toEqual({ problem: expect.stringContaining('10,001 slides') });
  expect(clipboard.read('x'.repeat(17 * 1024 * 1024))).toEqual({ problem: expect.stringContaining('16 MiB') });
});

test('windows share what was copied last, and a new one asks for it', async () => {
  const [first, second] = [new SlideClipboard(), new SlideClipboard()];
  const stopFirst = first.listen();
  first.take([slide('a')]);
  const stopSecond = second.listen();
  await expect.poll(() => second.slides()).toEqual([slide('a')]);
  second.take([slide('b')]);
  await expect.poll(() => first.slides()).toEqual([slide('b')]);
  stopFirst();
  stopSecond();
});
