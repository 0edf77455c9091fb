import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecentStore, mostRecent } from '../../../src/host/recent-store.ts';
import { createSettingsStore, defaultSettings } from '../../../src/host/settings-store.ts';
import { stateFolder } from '../../../src/host/state-folder.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

describe('the state folder', () => {
  it.each([
    ['linux', {}, '/home/ann/.local/state/lectern'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/lectern'],
    ['linux', { XDG_STATE_HOME: 'state' }, '/home/ann/.local/state/lectern'],
    ['linux', { XDG_STATE_HOME: '/state', LECTERN_STATE: '/mine' }, '/mine'],
    ['linux', { LECTERN_STATE: '' }, '/home/ann/.local/state/lectern'],
    ['darwin', {}, '/home/ann/Library/Application Support/Lectern'],
    ['darwin', { LECTERN_STATE: '/mine' }, '/mine'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(stateFolder({ env, platform, home: '/home/ann' })).toBe(expected);
  });

  it('is the one that a desktop program is given, but where the XDG rules hold', () => {
    const at = (platform: NodeJS.Platform): string =>
      stateFolder({ env: {}, platform, home: '/home/ann', appData: '/given' });
    expect([at('darwin'), at('win32'), at('linux')]).toEqual(['/given', '/given', '/home/ann/.local/state/lectern']);
  });

  it('on Windows is in the local application data', () => {
    const env = { LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' };
    expect(stateFolder({ env, platform: 'win32', home: 'C:\\Users\\ann' })).toMatch(/^C:\\.*Local[\\/]Lectern$/);
  });
});

describe('settings', () => {
  it('are the defaults where nothing was chosen, and make no file', async () => {
    const folder = await newFolder();
    expect(await createSettingsStore(folder).read()).toEqual(defaultSettings);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are changed one by one, and are there at the next start', async () => {
    const folder = join(await newFolder(), 'made', 'for it');
    const store = createSettingsStore(folder);
    await Promise.all([
      store.write({ theme: 'dark' }),
      store.write({ author: 'Ann', theme: undefined }),
      createSettingsStore(folder).read(),
    ]);
    expect(await createSettingsStore(folder).read()).toEqual({ ...defaultSettings, theme: 'dark', author: 'Ann' });
  });

  it('can be read by their user only', async () => {
    const folder = join(await newFolder(), 'state');
    await createSettingsStore(folder).write({ author: 'Ann' });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'settings.json'))).mode & 0o777).toBe(0o600);
  });

  it('that another version wrote cost only themselves', async () => {
    const folder = await newFolder();
    await writeFile(
      join(folder, 'settings.json'),
      '{"theme":"sepia","speechRate":150,"sorterWidth":1e9,"new":1,"__proto__":{"author":"x"}}',
    );
    expect(await createSettingsStore(folder).read()).toEqual({ ...defaultSettings, speechRate: 150 });
  });

  it.each(['', '{"theme":', 'null', '\xff\xfe'])('in a broken file %j are set aside', async (content) => {
    const folder = await newFolder();
    await writeFile(join(folder, 'settings.json'), content, 'latin1');
    const store = createSettingsStore(folder);
    expect(await store.read()).toEqual(defaultSettings);
    await store.write({ theme: 'light' });
    const [broken, ...rest] = (await readdir(folder)).toSorted().toReversed();
    expect(rest).toEqual(['settings.json']);
    expect(await readFile(join(folder, broken ?? ''), 'latin1')).toBe(content);
  });

  it('where a folder has the file’s place are kept beside it', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'settings.json'));
    const store = createSettingsStore(folder);
    expect(await store.read()).toEqual(defaultSettings);
    expect(await store.write({ theme: 'dark' })).toMatchObject({ theme: 'dark' });
    expect(await store.read()).toMatchObject({ theme: 'dark' });
  });

  it('that cannot be kept say why', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    const store = createSettingsStore(join(file, 'state'));
    expect(await store.read()).toEqual(defaultSettings);
    await expect(store.write({ theme: 'dark' })).rejects.toMatchObject({ name: 'Failure', code: 'missing' });
  });
});

describe('what was used lately', () => {
  it('has the latest first, each once, and not without end', async () => {
    const folder = await newFolder();
    const store = createRecentStore(folder);
    for (let i = 0; i < 100; i += 1) await store.deckOpened(`/decks/${i}.md`);
    await store.deckTitled('/decks/70.md', 'Seventy');
    await store.deckOpened('/decks/70.md');
    // One that is not among them any more is not brought back by its title.
    await store.deckTitled('/decks/1.md', 'One');
    await store.folderUsed('/a');
    await store.folderUsed('/b');
    await store.folderUsed('/a');
    const { decks, folders } = await createRecentStore(folder).read();
    expect(decks.slice(0, 2).map(({ path, title }) => [path, title])).toEqual([
      ['/decks/70.md', 'Seventy'],
      ['/decks/99.md', '99'],
    ]);
    expect(decks.filter(({ path }) => path === '/decks/70.md')).toHaveLength(1);
    expect(decks.length).toBe(mostRecent.decks * 3);
    expect(folders).toEqual(['/a', '/b']);
  });

  it('follows a deck that gets another name', async () => {
    const store = createRecentStore(await newFolder());
    await store.deckOpened('/b.md');
    await store.deckOpened('/a.md');
    await store.deckTitled('/a.md', 'A');
    await store.deckMoved('/a.md', '/b.md');
    expect((await store.read()).decks).toMatchObject([{ path: '/b.md', title: 'A' }]);
  });

  it('keeps nobody from working where it cannot be written', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    const store = createRecentStore(join(file, 'state'));
    await store.deckOpened('/a.md');
    expect(await store.read()).toEqual({ decks: [], folders: [] });
  });
});
