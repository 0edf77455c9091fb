import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportProgress } from '../../../src/contract/schemas/export.ts';
import { barLine, withProgressBar } from '../../../src/cli/progress-bar.ts';

/** What is written, and the line that a terminal shows of it in the end. */
function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const line = (): string => written.join('').split('\r\u001B[K').at(-1) ?? '';
  return { stream, written, line };
}

describe('withProgressBar', () => {
  it('shows how many slides are done, and leaves the line empty', async () => {
    const { stream, line } = terminal(true);
    const lines: string[] = [];
    const result = await withProgressBar(stream, 'deck.md', async (onProgress) => {
      lines.push(line());
      for (const progress of [
        { phase: 'layout', done: 0, total: 500 },
        { phase: 'print', done: 0, total: 500 },
        { phase: 'print', done: 250, total: 500 },
        { phase: 'print', done: 500, total: 500 },
        { phase: 'write', done: 0, total: 0 },
      ] as const) {
        onProgress(progress);
        lines.push(line());
      }
      return 'done';
    });
    expect(result).toBe('done');
    expect(lines).toEqual([
      'deck.md [························] starting…',
      'deck.md [························] laying out 500 slides…',
      'deck.md [························] 0 of 500 slides',
      'deck.md [############············] 250 of 500 slides',
      'deck.md [########################] 500 of 500 slides',
      'deck.md [########################] finishing the file…',
    ]);
    expect(line()).toBe('');
  });

  it('empties the line when the work fails', async () => {
    const { stream, line } = terminal(true);
    await expect(withProgressBar(stream, 'deck.md', () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(line()).toBe('');
  });

  it('writes nothing where there is no terminal', async () => {
    const { stream, written } = terminal(false);
    await withProgressBar(stream, 'deck.md', async (onProgress) => onProgress({ phase: 'print', done: 1, total: 2 }));
    expect(written).toEqual([]);
  });

  it('does not write the same line again, nor what a name holds to steer the terminal', async () => {
    const { stream, written } = terminal(true);
    await withProgressBar(stream, 'a\u001B[31m\nb.md', async (onProgress) => {
      for (let i = 0; i < 3; i++) onProgress({ phase: 'print', done: 1, total: 2 });
    });
    expect(written).toHaveLength(3);
    expect(written[1]).toBe('\r\u001B[Ka b.md [############············] 1 of 2 slides');
  });
});

describe('barLine', () => {
  it('is always shorter than the terminal is wide', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: 'grapheme-ascii' }),
        fc.constantFrom<ExportProgress['phase']>('layout', 'print', 'write'),
        fc.nat(2000),
        fc.nat(1000),
        fc.integer({ min: 1, max: 120 }),
        (name, phase, done, total, columns) => {
          expect(barLine(name, { phase, done, total }, columns).length).toBeLessThan(columns);
        },
      ),
    ));

  it('has no bar where there is no room for one', () => {
    expect(barLine('deck.md', { phase: 'print', done: 1, total: 1 }, 24)).toBe('deck.md 1 of 1 slide');
    expect(barLine('安全保障環境.md', { phase: 'print', done: 1, total: 1 }, 34)).toBe('安全保障環境.md 1 of 1 slide');
    expect(barLine('a-deck-of-a-long-name.md', { phase: 'print', done: 1, total: 1 }, 24)).toBe('1 of 1 slide');
  });
});
