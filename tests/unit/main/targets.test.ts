import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStart, targetName } from '../../../src/main/targets.ts';

describe('readStart', () => {
  it('takes the paths after the program, and after the app’s folder where Electron runs as itself', () => {
    expect(readStart(['/opt/lectern', 'a.md', 'b'], false, '/decks').paths).toEqual([
      resolve('/decks/a.md'),
      resolve('/decks/b'),
    ]);
    expect(readStart(['/bin/electron', '.', 'a.md'], true, '/decks').paths).toEqual([resolve('/decks/a.md')]);
    expect(readStart(['/bin/electron', '.'], true, '/decks')).toEqual({ paths: [], newWindow: false });
  });

  it('leaves Chromium’s switches and empty arguments out', () => {
    const argv = ['/opt/lectern', '--no-sandbox', '', '/a.md', '--original-process-start-time=1', '-psn_0_1'];
    expect(readStart(argv, false, '/')).toEqual({ paths: [resolve('/a.md')], newWindow: false });
  });

  it('takes addresses of files, as some desktops hand them over', () => {
    expect(readStart(['/opt/lectern', 'file:///decks/two%20words.md', 'file://'], false, '/').paths).toEqual([
      '/decks/two words.md',
      process.platform === 'win32' ? 'file://' : '/',
    ]);
    expect(readStart(['/opt/lectern', 'file:///%zz'], false, '/').paths).toEqual(['file:///%zz']);
  });

  it('knows the switch for another window', () => {
    expect(readStart(['/opt/lectern', '--new-window'], false, '/')).toEqual({ paths: [], newWindow: true });
  });
});

it('names a window by its deck or folder', () => {
  expect(targetName({ folder: '/decks', open: '/decks/deck.md' })).toBe('deck.md');
  expect(targetName({ folder: '/decks' })).toBe(basename('/decks'));
});
