import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDeck } from '../../../src/contract/schemas/deck.ts';
import type { HostEvent } from '../../../src/contract/table.ts';
import { defaultOptions } from '../../../src/core/export/options.ts';
import { writtenFormats } from '../../../src/host/export/exporter.ts';
import { createHost, type Host, type HostOptions } from '../../../src/host/host.ts';
import { createState } from '../../../src/host/state.ts';
import { revisionOf } from '../../../src/host/revision.ts';
import { defaultSettings } from '../../../src/host/settings-store.ts';
import { exportedText, onlyFile } from './export/exported.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const hosts: Host[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const text = '# One\n\n---\n\n# Two\n';
const noExport: HostOptions['write'] = () => Promise.reject(new Error('Nothing is exported here.'));

async function hostOn(folder: string, more: Partial<HostOptions> = {}): Promise<Host> {
  const host = await createHost({
    folder,
    version: '1.2.3',
    shell: 'browser',
    bundle: folder,
    write: noExport,
    chooseTarget: async () => null,
    state: createState(await newFolder()),
    reveal: async () => undefined,
    ...more,
  });
  hosts.push(host);
  return host;
}

async function openHost() {
  const folder = await newFolder();
  const path = join(folder, 'talk.md');
  await writeFile(path, text);
  const host = await hostOn(folder);
  const [card] = (await host.handlers['library.list']({})).decks;
  const deck = card?.deck ?? '';
  const opened = openDeck.parse(await host.handlers['deck.open']({ deck }));
  await host.watching();
  return { folder, path, host, deck, opened, events: record(host) };
}

/** Keeps the events, and waits for one. */
function record(host: Host) {
  const seen: HostEvent[] = [];
  let wake = (): void => undefined;
  host.subscribe((event) => {
    seen.push(event);
    wake();
  });
  return {
    seen,
    async next(name: HostEvent['name']): Promise<HostEvent> {
      for (;;) {
        const at = seen.findIndex((event) => event.name === name);
        const [event] = at < 0 ? [] : seen.splice(at, 1);
        if (event !== undefined) return event;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

describe('calls', () => {
  it('describes the app', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'talk.md'), text);
    const host = await hostOn(folder, { open: join(folder, 'talk.md') });
    const { open, ...rest } = await host.handlers['app.describe']({});
    expect(rest).toEqual({
      version: '1.2.3',
      shell: 'browser',
      spelling: true,
      folder,
      formats: writtenFormats,
      settings: defaultSettings,
    });
    expect(host.decks.get(open ?? '').path).toBe(join(folder, 'talk.md'));
  });

  it('refuses to start without its folder or the deck to open', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(hostOn(join(folder, 'none'))).rejects.toMatchObject({ code: 'missing' });
    await expect(hostOn(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(hostOn(folder, { open: join(folder, 'none.md') })).rejects.toMatchObject({ code: 'missing' });
  });

  it('answers for no deck that it did not name', async () => {
    const { handlers } = await hostOn(await newFolder());
    const deck = 'some-other-deck';
    await expect(handlers['deck.open']({ deck })).rejects.toMatchObject({ code: 'refused' });
    await expect(handlers['deck.save']({ deck, text: '', base: null })).rejects.toMatchObject({ code: 'refused' });
    await expect(handlers['annotations.save']({ deck, text: '', base: null, damaged: false })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('opens and saves a deck and its annotations', async () => {
    const { folder, path, host, deck, opened } = await openHost();
    expect(opened).toMatchObject({
      name: 'talk.md',
      path,
      text,
      readOnly: null,
      annotations: { text: null, revision: null, problem: null },
    });
    const saved = await host.handlers['deck.save']({ deck, text: 'new', base: opened.revision });
    expect(saved).toEqual({ outcome: 'saved', revision: revisionOf(Buffer.from('new')) });
    expect(await host.handlers['annotations.save']({ deck, text: '{}', base: null, damaged: false })).toMatchObject({
      outcome: 'saved',
    });
    expect(await readFile(join(folder, 'talk.annotations.json'), 'utf8')).toBe('{}');
    expect((await host.handlers['deck.open']({ deck })).annotations.text).toBe('{}');
  });

  it('gives the beginning of a deck without opening it: whole lines, and all of a short one', async () => {
    const { path, host, deck } = await openHost();
    expect(await host.handlers['deck.glance']({ deck })).toEqual({
      text,
      isWhole: true,
      assets: `/deck/${deck}/`,
    });
    // A line ends before the limit, and the next one is over it; what a byte before the limit begins is no character.
    const line = `# Ä${'ö'.repeat(20_000)}\n`;
    await writeFile(path, `\uFEFF${line}${line}`);
    expect(await host.handlers['deck.glance']({ deck })).toMatchObject({ text: line, isWhole: false });
    await writeFile(path, 'x'.repeat(100_000));
    expect(await host.handlers['deck.glance']({ deck })).toMatchObject({ text: '', isWhole: false });
    await rm(path);
    await expect(host.handlers['deck.glance']({ deck })).rejects.toMatchObject({ code: 'missing' });
  });

  it('lets one of two windows save, and tells the other', async () => {
    const { path, host, deck, opened, events } = await openHost();
    const outcomes = await Promise.all(
      ['a', 'b'].map((mine) => host.handlers['deck.save']({ deck, text: mine, base: opened.revision })),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'changed-on-disk']);
    expect(await readFile(path, 'utf8')).toBe('a');
    expect(await events.next('deck.changed')).toEqual({
      name: 'deck.changed',
      payload: { deck, revision: revisionOf(Buffer.from('a')) },
    });
    await host.handlers['annotations.save']({ deck, text: '{}', base: null, damaged: false });
    expect(await events.next('annotations.changed')).toMatchObject({ payload: { deck } });
  });

  it('opens a deck whose annotations cannot be read, and never writes over them', async () => {
    const { folder, host, deck } = await openHost();
    const bad = Buffer.from('{"a":"\xe9"}', 'latin1');
    await writeFile(join(folder, 'talk.annotations.json'), bad);
    const opened = await host.handlers['deck.open']({ deck });
    expect(opened).toMatchObject({ text, annotations: { text: null, revision: null, problem: { code: 'not-utf-8' } } });
    expect(await host.handlers['annotations.save']({ deck, text: '{}', base: null, damaged: false })).toMatchObject({
      outcome: 'changed-on-disk',
    });
    expect(await readFile(join(folder, 'talk.annotations.json'))).toEqual(bad);
  });

  it('exports what it is given, where the user chose', async () => {
    const folder = await newFolder();
    const path = join(folder, 'talk.md');
    await writeFile(path, text);
    const host = await hostOn(folder, {
      write: async ({ deckPath, fileName }) => exportedText(`${deckPath} ${fileName}`),
      chooseTarget: async ({ name }) => ({
        deliver: async (exported) => ({ name, path: Buffer.from(onlyFile(exported)).toString(), url: null }),
        save: async () => expect.fail('an export is no copy'),
      }),
    });
    const [card] = (await host.handlers['library.list']({})).decks;
    const request = { job: 'job-number-1', deck: card?.deck ?? '', text, annotations: null };
    expect(await host.handlers['export.run']({ ...request, options: defaultOptions('pdf') })).toMatchObject({
      outcome: 'exported',
      name: 'talk.pdf',
      path: `${path} talk.md`,
      pages: 2,
      bytes: path.length + 8,
    });
  });
});

describe('changes on the disk', () => {
  const changed = (content: string) => revisionOf(Buffer.from(content));

  it('of an open deck are told by content', async () => {
    const { path, deck, events } = await openHost();
    await writeFile(path, 'theirs');
    expect(await events.next('deck.changed')).toEqual({
      name: 'deck.changed',
      payload: { deck, revision: changed('theirs') },
    });
    await events.next('library.changed');
  });

  it('by a rename over the file, again and again', async () => {
    const { folder, path, deck, events } = await openHost();
    for (const content of ['one', 'two', 'three']) {
      await writeFile(join(folder, 'new.tmp'), content);
      await rename(join(folder, 'new.tmp'), path);
      expect(await events.next('deck.changed')).toEqual({
        name: 'deck.changed',
        payload: { deck, revision: changed(content) },
      });
    }
  });

  it('that keep size and date', async () => {
    const { path, deck, events } = await openHost();
    const { atime, mtime } = await stat(path);
    const content = text.replace('One', 'Six');
    await writeFile(path, content);
    await utimes(path, atime, mtime);
    expect(await events.next('deck.changed')).toMatchObject({ payload: { deck, revision: changed(content) } });
  });

  it('when the file goes and comes back', async () => {
    const { path, deck, events } = await openHost();
    await rm(path);
    expect(await events.next('deck.changed')).toMatchObject({ payload: { deck, revision: null } });
    await writeFile(path, 'back');
    expect(await events.next('deck.changed')).toMatchObject({ payload: { deck, revision: changed('back') } });
  });

  it('of annotations', async () => {
    const { folder, deck, events } = await openHost();
    await writeFile(join(folder, 'talk.annotations.json'), '{}');
    expect(await events.next('annotations.changed')).toEqual({
      name: 'annotations.changed',
      payload: { deck, revision: changed('{}') },
    });
  });

  it('of the library: a file and a folder', async () => {
    const { folder, host, events } = await openHost();
    await writeFile(join(folder, 'other.md'), text);
    await events.next('library.changed');
    await mkdir(join(folder, 'below'));
    await events.next('library.changed');
    await writeFile(join(folder, 'below', 'third.md'), text);
    expect((await host.handlers['library.list']({})).decks).toHaveLength(3);
    await host.watching();
    await writeFile(join(folder, 'below', 'third.md'), 'x');
    await events.next('library.changed');
  });

  it('made by this host are told once each, for other pages', async () => {
    const { path, host, deck, opened, events } = await openHost();
    let base = opened.revision;
    for (const mine of ['a', 'b', 'c']) {
      const saved = await host.handlers['deck.save']({ deck, text: mine, base });
      base = saved.revision ?? '';
      await host.handlers['annotations.save']({
        deck,
        text: mine,
        base: mine === 'a' ? null : changed(String.fromCharCode(mine.charCodeAt(0) - 1)),
        damaged: false,
      });
    }
    for (const mine of ['a', 'b', 'c']) {
      for (const name of ['deck.changed', 'annotations.changed'] as const)
        expect(await events.next(name)).toEqual({ name, payload: { deck, revision: changed(mine) } });
    }
    await writeFile(path, 'theirs');
    expect(await events.next('deck.changed')).toMatchObject({ payload: { revision: changed('theirs') } });
    await events.next('library.changed');
    expect(events.seen.filter(({ name }) => name !== 'library.changed')).toEqual([]);
  });

  it('that a page finds before the watching does are told to the others, once', async () => {
    const { path, host, deck, events } = await openHost();
    await writeFile(path, 'theirs');
    await host.handlers['deck.open']({ deck });
    expect(await events.next('deck.changed')).toEqual({
      name: 'deck.changed',
      payload: { deck, revision: changed('theirs') },
    });
    expect(events.seen.filter(({ name }) => name !== 'library.changed')).toEqual([]);
  });

  it('of a deck outside the library', async () => {
    const path = join(await newFolder(), 'far.md');
    await writeFile(path, text);
    const host = await hostOn(await newFolder(), { open: path });
    const deck = (await host.handlers['app.describe']({})).open ?? '';
    await host.handlers['deck.open']({ deck });
    await host.watching();
    const events = record(host);
    await writeFile(path, 'theirs');
    expect(await events.next('deck.changed')).toMatchObject({ payload: { deck, revision: changed('theirs') } });
  });

  const limited = (limit: string) => `echo 0 > /proc/sys/user/${limit} && exec "$@"`;
  const mayLimit = spawnSync('unshare', ['-Ur', 'sh', '-c', limited('max_inotify_watches'), 'sh', 'true']).status === 0;
  if (!mayLimit) console.log('Skipped: no watches left. This system lets no test limit them for itself (unshare -Ur).');

  it.skipIf(!mayLimit).each(['max_inotify_watches', 'max_inotify_instances'])(
    'are found by looking when there is no more %s',
    { timeout: 30_000 },
    async (limit) => {
      const folder = await newFolder();
      await writeFile(join(folder, 'talk.md'), text);
      const script = `
      const { createHost } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/host/host.ts'))});
      const { createState } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/host/state.ts'))});
      const { writeFile } = await import('node:fs/promises');
      const [folder] = process.argv.slice(1);
      const host = await createHost({ folder, version: '1', shell: 'browser', bundle: folder, write: async () => { throw new Error('Nothing is exported here.'); }, chooseTarget: async () => null, state: createState(folder + '/state') });
      const [{ deck }] = (await host.handlers['library.list']({})).decks;
      await host.handlers['deck.open']({ deck });
      await host.watching();
      const changed = new Promise((resolve) => host.subscribe((event) => event.name === 'deck.changed' && resolve(event)));
      await writeFile(folder + '/talk.md', 'theirs');
      process.stdout.write((await changed).payload.revision);
      await host.close();`;
      const args = [
        '-Ur',
        'sh',
        '-c',
        limited(limit),
        'sh',
        process.execPath,
        '--input-type=module',
        '-e',
        script,
        folder,
      ];
      const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8', timeout: 25_000 });
      expect(stdout, stderr).toBe(changed('theirs'));
    },
  );
});
