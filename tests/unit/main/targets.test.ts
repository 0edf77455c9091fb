import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { targetAt, targetName, targetPaths } from '../../../src/main/targets.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-targets-'));
const deck = join(folder, 'deck.md');
writeFileSync(deck, '# Deck');
afterAll(() => rmSync(folder, { recursive: true }));

describe('targetPaths', () => {
  it('takes the paths after the program, and after the app’s folder where Electron runs as itself', () => {
    expect(targetPaths(['/opt/lectern', 'a.md', 'b'], false, '/decks')).toEqual([
      resolve('/decks/a.md'),
      resolve('/decks/b'),
    ]);
    expect(targetPaths(['/bin/electron', '.', 'a.md'], true, '/decks')).toEqual([resolve('/decks/a.md')]);
    expect(targetPaths(['/bin/electron', '.'], true, '/decks')).toEqual([]);
  });

  it('leaves Chromium’s switches and empty arguments out', () => {
    const argv = ['/opt/lectern', '--no-sandbox', '', '/a.md', '--original-process-start-time=1', '-psn_0_1'];
    expect(targetPaths(argv, false, '/')).toEqual([resolve('/a.md')]);
  });
});

describe('targetAt', () => {
  it('opens a folder as a library and a file as a deck in its folder', () => {
    expect(targetAt(folder)).toEqual({ folder, deck: null });
    expect(targetAt(deck)).toEqual({ folder, deck });
  });

  it('takes a missing file for a deck, whose opening then says that it is missing', () => {
    const missing = join(folder, 'missing.md');
    expect(targetAt(missing)).toEqual({ folder, deck: missing });
  });

  it('names a window by its deck or folder', () => {
    expect(targetName(targetAt(deck))).toBe('deck.md');
    expect(targetName(targetAt(folder))).toBe(basename(folder));
  });
});
