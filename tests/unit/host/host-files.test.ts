import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Door, openDoor } from '../../../src/contract/door.ts';
import {
  type CallArgs,
  type CallName,
  type CallResult,
  callTable,
  type HostEvent,
} from '../../../src/contract/table.ts';
import { Failure } from '../../../src/core/failure.ts';
import { createHost, type Host, type HostOptions } from '../../../src/host/host.ts';
import { createState } from '../../../src/host/state.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const hosts: Host[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const text = '---\ntitle: The talk\n---\n\n# One\n\n---\n\n![](images/map.png)\n';

/** A host over `lib/talk.md`, reached as pages reach it; beside `lib` is an empty folder `other`. */
async function running(more: Partial<HostOptions> = {}) {
  const root = await newFolder();
  const folder = join(root, 'lib');
  await mkdir(join(folder, 'images'), { recursive: true });
  await mkdir(join(root, 'other'));
  await writeFile(join(folder, 'talk.md'), text);
  await writeFile(join(folder, 'images', 'map.png'), 'map');
  const state = createState(join(root, 'state'));
  const host = await createHost({
    folder,
    version: '1',
    shell: 'browser',
    bundle: folder,
    write: () => Promise.reject(new Error('Nothing is exported here.')),
    chooseTarget: async () => null,
    state,
    reveal: async () => undefined,
    ...more,
  });
  hosts.push(host);
  const events: HostEvent[] = [];
  const leave = host.subscribe((event) => events.push(event));
  const call = caller(openDoor(host.handlers));
  const [card] = (await call('library.list', {})).decks;
  return { root, folder, host, state, call, events, leave, deck: card?.deck ?? '' };
}

/** Makes calls through the door, and holds the answers to the contract. */
function caller(door: Door) {
  return async <K extends CallName>(name: K, args: CallArgs<K>): Promise<CallResult<K>> => {
    const reply = await door(name, args);
    if (!reply.ok) throw new Failure(reply.failure);
    return callTable[name].result.parse(reply.value) as CallResult<K>;
  };
}

/** The name of a folder that is listed in the one above the library's. */
async function folderNamed(call: ReturnType<typeof caller>, name: string): Promise<string> {
  const { parent } = await call('folder.list', { folder: null });
  const { folders } = await call('folder.list', { folder: parent });
  return folders.find((folder) => folder.name === name)?.folder ?? '';
}

/** Waits until a new file in the folder is told of: watching may take a moment to begin. */
async function expectWatched(folder: string, events: HostEvent[]): Promise<void> {
  events.length = 0;
  let written = 0;
  await vi.waitFor(
    async () => {
      await writeFile(join(folder, `new ${(written += 1)}.md`), text);
      expect(events).toContainEqual({ name: 'library.changed', payload: {} });
    },
    { timeout: 20_000, interval: 300 },
  );
}

describe('settings', () => {
  it('come with the description, and are the same for every host', async () => {
    const { call, root } = await running();
    expect(await call('settings.write', { settings: { theme: 'dark' } })).toMatchObject({ theme: 'dark' });
    const other = await running({ state: createState(join(root, 'state')) });
    expect((await other.call('app.describe', {})).settings).toMatchObject({ theme: 'dark', autosave: true });
    await expect(call('settings.write', { settings: { speechRate: 1 } })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('settings that a window chooses', () => {
  it('are told to every window of every host of the process, until it ends', async () => {
    const { call, events, root } = await running();
    const state = createState(join(root, 'shared'));
    const [one, two] = [await running({ state }), await running({ state })];
    await one.call('settings.write', { settings: { theme: 'light' } });
    const told = { name: 'settings.changed', payload: { settings: (await one.call('app.describe', {})).settings } };
    expect(one.events).toContainEqual(told);
    expect(two.events).toContainEqual(told);
    expect(events.some(({ name }) => name === 'settings.changed')).toBe(false);
    await call('settings.write', { settings: { theme: 'dark' } });
    expect(events.some(({ name }) => name === 'settings.changed')).toBe(true);
    await two.host.close();
    const before = two.events.length;
    await one.call('settings.write', { settings: { theme: 'dark' } });
    expect(two.events).toHaveLength(before);
  });
});

describe('another library', () => {
  it('is listed, described and watched, and told of', async () => {
    const { root, host, call, events, deck } = await running();
    await writeFile(join(root, 'other', 'second.md'), text);
    const chosen = await call('library.choose', { folder: await folderNamed(call, 'other') });
    expect(chosen).toMatchObject({ folder: join(root, 'other'), decks: [{ name: 'second.md' }] });
    expect((await call('app.describe', {})).folder).toBe(join(root, 'other'));
    expect((await call('library.list', {})).decks).toHaveLength(1);
    const told = { name: 'library.changed', payload: {} };
    expect(events).toContainEqual(told);
    // Once that it is another folder, and once that it is watched: nothing that happened in between is missed.
    await host.watching();
    await vi.waitFor(() => expect(events).toEqual([told, told]));
    events.length = 0;
    await writeFile(join(root, 'other', 'third.md'), text);
    await vi.waitFor(() => expect(events).toContainEqual({ name: 'library.changed', payload: {} }));
    // A deck of the library before can still be opened and saved.
    expect((await call('deck.open', { deck })).name).toBe('talk.md');
  });

  it('that is gone stays what it was', async () => {
    const { root, folder, call } = await running();
    const gone = await folderNamed(call, 'other');
    await rm(join(root, 'other'), { recursive: true });
    await expect(call('library.choose', { folder: gone })).rejects.toMatchObject({ code: 'missing' });
    expect(await call('library.list', {})).toMatchObject({ folder, decks: [{ name: 'talk.md' }] });
  });

  it('is not any that a page makes up', async () => {
    const { call } = await running();
    await expect(call('library.choose', { folder: 'AAAAAAAAAAAAAAAAAAAAAA' })).rejects.toMatchObject({
      code: 'refused',
    });
  });
});

it('a library whose folder is deleted says so, and works again when it is back', async () => {
  const { folder, host, call, events } = await running();
  await host.watching();
  await rename(folder, `${folder}-away`);
  await vi.waitFor(() => expect(events).toContainEqual({ name: 'library.changed', payload: {} }));
  await expect(call('library.list', {})).rejects.toMatchObject({
    code: 'missing',
    message: expect.stringContaining(folder),
    wayOut: expect.stringContaining('another folder'),
  });
  // Choosing another one begins at the nearest that is there.
  expect((await call('folder.list', { folder: null })).folders.map(({ name }) => name)).toContain('lib-away');
  events.length = 0;
  await rename(`${folder}-away`, folder);
  await vi.waitFor(() => expect(events).toContainEqual({ name: 'library.changed', payload: {} }), { timeout: 20_000 });
  expect((await call('library.list', {})).decks).toHaveLength(1);
  await expectWatched(folder, events);
}, 30_000);

it('a library whose folder is replaced at once by another is watched on', async () => {
  const { folder, host, call, events } = await running();
  await host.watching();
  await mkdir(`${folder}-new`);
  await rename(folder, `${folder}-old`);
  await rename(`${folder}-new`, folder);
  await vi.waitFor(() => expect(events).toContainEqual({ name: 'library.changed', payload: {} }));
  expect((await call('library.list', {})).decks).toEqual([]);
  await expectWatched(folder, events);
}, 30_000);

describe('recent', () => {
  it('has the decks that were opened and are there, and the other libraries', async () => {
    const { root, host, folder, call, deck } = await running();
    await call('deck.open', { deck });
    const made = await call('deck.create', {
      name: 'no title',
      text: 'words',
      annotations: null,
      beside: null,
      folder: null,
      taken: 'fail',
    });
    await call('deck.open', { deck: made.deck });
    await call('library.choose', { folder: await folderNamed(call, 'other') });
    const recent = await call('library.recent', {});
    expect(recent.decks.map(({ path }) => path)).toEqual([join(folder, 'no title.md'), join(folder, 'talk.md')]);
    // Their titles are found later, when the window shows the deck.
    await host.watching();
    await vi.waitFor(async () => {
      const { decks } = await call('library.recent', {});
      expect(decks.map(({ title }) => title)).toEqual(['no title', 'The talk']);
    });
    expect(recent.folders).toMatchObject([{ path: folder }]);
    await rm(join(folder, 'talk.md'));
    expect((await call('library.recent', {})).decks).toHaveLength(1);
    // At the next start, before anything is listed, they can be opened.
    const next = await running({ state: createState(join(root, 'state')) });
    const [first] = (await next.call('library.recent', {})).decks;
    expect(await next.call('deck.open', { deck: first?.deck ?? '' })).toMatchObject({ text: 'words' });
    await next.call('library.choose', { folder: (await next.call('library.recent', {})).folders[0]?.folder ?? '' });
  });
});

describe('a new deck', () => {
  const request = { name: 'copy', text, annotations: null, beside: null, folder: null, taken: 'fail' } as const;

  it('can be opened at once, by what the call said', async () => {
    const { folder, call, events } = await running();
    const made = await call('deck.create', { ...request, annotations: '{}' });
    expect(made).toMatchObject({ name: 'copy.md', path: join(folder, 'copy.md') });
    expect(events).toContainEqual({ name: 'library.changed', payload: {} });
    expect(await call('deck.open', { deck: made.deck })).toMatchObject({ text, annotations: { text: '{}' } });
  });

  it('in another folder has what it shows', async () => {
    const { root, call, deck } = await running();
    await call('deck.create', { ...request, beside: deck, folder: await folderNamed(call, 'other') });
    expect((await readdir(join(root, 'other'), { recursive: true })).toSorted()).toEqual([
      'copy.md',
      'images',
      'images/map.png',
    ]);
  });

  it('goes nowhere else than beside a deck or into a folder that were listed', async () => {
    const { call } = await running();
    for (const bad of [
      { beside: 'some-other-deck' },
      { folder: 'some-other-folder' },
      { name: '../x' },
      { name: '/x' },
    ])
      await expect(call('deck.create', { ...request, ...bad })).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:refused|bad-arguments)$/),
      });
  });
});

describe('a deck that gets another name', () => {
  it('goes on under it: saved, watched, remembered, its old name gone', async () => {
    const { folder, host, call, events, deck } = await running();
    const opened = await call('deck.open', { deck });
    await host.watching();
    const renamed = await call('deck.rename', { deck, name: 'Talk 2' });
    expect(renamed).toMatchObject({ name: 'Talk 2.md', path: join(folder, 'Talk 2.md') });
    expect(renamed.deck).not.toBe(deck);
    expect(await call('deck.open', { deck: renamed.deck })).toMatchObject({ name: 'Talk 2.md', text });
    const outcome = await call('deck.save', { deck: renamed.deck, text: 'new', base: opened.revision });
    expect(outcome.outcome).toBe('saved');
    expect(await readFile(join(folder, 'Talk 2.md'), 'utf8')).toBe('new');
    // Another page that still has the old name makes no second file of it.
    expect(await call('deck.save', { deck, text: 'x', base: opened.revision })).toEqual({
      outcome: 'changed-on-disk',
      revision: null,
    });
    expect((await readdir(folder)).toSorted()).toEqual(['Talk 2.md', 'images']);
    expect((await call('library.recent', {})).decks).toMatchObject([{ path: join(folder, 'Talk 2.md') }]);
    await writeFile(join(folder, 'Talk 2.md'), 'theirs');
    await vi.waitFor(() =>
      expect(events).toContainEqual({
        name: 'deck.changed',
        payload: { deck: renamed.deck, revision: expect.stringMatching(/^[0-9a-f]{64}$/) },
      }),
    );
    expect(events.filter(({ name }) => name === 'deck.changed').map(({ payload }) => payload)).not.toContainEqual(
      expect.objectContaining({ deck }),
    );
  });

  it('takes what is unsaved along', async () => {
    const { call, deck, leave } = await running();
    await call('journal.write', { deck, text: 'unsaved', annotations: null });
    const renamed = await call('deck.rename', { deck, name: 'b' });
    leave();
    expect((await call('deck.open', { deck: renamed.deck })).recovery).toMatchObject({ text: 'unsaved' });
  });

  it('keeps its own where the other is taken', async () => {
    const { folder, call, deck } = await running();
    await writeFile(join(folder, 'b.md'), 'b');
    await expect(call('deck.rename', { deck, name: 'b' })).rejects.toMatchObject({ code: 'exists' });
    expect(await call('deck.open', { deck })).toMatchObject({ name: 'talk.md', text });
  });
});

describe('the journal', () => {
  it('brings back what was unsaved when the program ended, until it is dropped', async () => {
    const { root, folder, host, call, deck } = await running();
    await call('journal.write', { deck, text: `${text}more`, annotations: '{}' });
    await host.close();
    const next = await running({ folder, state: createState(join(root, 'state')) });
    const opened = await next.call('deck.open', { deck });
    expect(opened).toMatchObject({ text, recovery: { text: `${text}more`, annotations: '{}' } });
    await next.call('journal.drop', { deck });
    expect((await next.call('deck.open', { deck })).recovery).toBe(null);
  });

  it('says nothing of what was saved after all', async () => {
    const { call, leave, deck } = await running();
    const { revision } = await call('deck.open', { deck });
    await call('journal.write', { deck, text: 'new', annotations: null });
    await call('deck.save', { deck, text: 'new', base: revision });
    leave();
    expect((await call('deck.open', { deck })).recovery).toBe(null);
  });

  it('is for decks that were listed only', async () => {
    const { call } = await running();
    const entry = { deck: 'some-other-deck', text: '', annotations: null };
    await expect(call('journal.write', entry)).rejects.toMatchObject({ code: 'refused' });
    await expect(call('journal.drop', { deck: '../../x' })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('showing a deck in its folder', () => {
  it('is left to the shell, and fails for a deck that is gone', async () => {
    const reveal = vi.fn(async (_path: string) => undefined);
    const { folder, call, deck } = await running({ reveal });
    await call('deck.reveal', { deck });
    expect(reveal.mock.calls).toEqual([[join(folder, 'talk.md')]]);
    await rm(join(folder, 'talk.md'));
    await expect(call('deck.reveal', { deck })).rejects.toMatchObject({ code: 'missing' });
    expect(reveal).toHaveBeenCalledTimes(1);
  });
});

it('a picture that was added is among the files of its deck', async () => {
  const { call, deck } = await running();
  const data = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64');
  const added = await call('image.add', { deck, name: 'Lage', type: 'image/png', data });
  expect((await call('deck.files', { deck })).files).toContainEqual(added);
});

describe('large', () => {
  it('folders are listed whole', { timeout: 60_000 }, async () => {
    const { folder, call } = await running();
    await Promise.all(
      Array.from({ length: 3000 }, (_, i) => writeFile(join(folder, `deck ${i}.md`), `# Deck ${i}\n\n---\n\n# B\n`)),
    );
    for (let round = 0; round < 2; round += 1) {
      const { decks } = await call('library.list', {});
      expect(decks).toHaveLength(3001);
      expect(decks.slice(0, 11).map(({ name }) => name)).toEqual(Array.from({ length: 11 }, (_, i) => `deck ${i}.md`));
    }
  });

  it.each([
    ['10,000 slides', Array.from({ length: 10_000 }, (_, i) => `# Slide ${i}`).join('\n\n---\n\n')],
    ['a line of 10 MB', `---\ntitle: A\n---\n\n${'*a_`['.repeat(2e6)}`],
  ])('decks open and are noted down: %s', { timeout: 60_000 }, async (_, content) => {
    const { folder, call, leave } = await running();
    await writeFile(join(folder, 'talk.md'), content);
    const [card] = (await call('library.list', {})).decks;
    const deck = card?.deck ?? '';
    expect((await call('deck.open', { deck })).text.length).toBe(content.length);
    await call('journal.write', { deck, text: `${content}x`, annotations: null });
    leave();
    expect((await call('deck.open', { deck })).recovery?.text.length).toBe(content.length + 1);
  });

  it('pictures are refused in words', async () => {
    const { call, deck } = await running();
    const data = Buffer.alloc(50_000_000).toString('base64');
    await expect(call('image.add', { deck, name: '', type: 'image/png', data })).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('50,000,000'),
    });
  });
});
