import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../host/temporary-folder.ts';
import { lectern, startLectern } from './run-lectern.ts';

const folderFor = temporaryFolders();

const text =
  '---\ntitle: Talk\nmarking: TLP:GREEN\n---\n\n# One\n\n---\n\n## Two\n\n--\n\n## Three\n\n---\n\n<!-- .slide: data-visibility="hidden" id="four" -->\n## Four\n';

async function deck(content: string | Uint8Array = text): Promise<string> {
  const path = join(await folderFor(), 'talk.md');
  await writeFile(path, content);
  return path;
}

describe('lectern', { timeout: 60_000 }, () => {
  it('explains itself and each command', async () => {
    for (const args of [
      ['--help'],
      ['help'],
      ['export', '--help'],
      ['move', '--help'],
      ['search', '--help'],
      ['new', '--help'],
    ]) {
      const { code, stdout, stderr } = await lectern(args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: lectern');
    }
    expect((await lectern(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['--nonsense']],
    [['slides']],
    [['slides', 'a.md', 'b.md']],
    [['move', 'a.md', '1']],
    [['move', 'a.md', '1', '2', '--below', '--out']],
    [['move', 'a.md', 'x', '2']],
    [['move', 'a.md', '1,3', '2']],
    [['move', 'a.md', '1', '0']],
    [['export', 'a.md']],
    [['export', 'a.md', '-o', 'a.pptx', '--scale', '2']],
    [['verify']],
    [['export', 'a.md', '-o', 'a.doc']],
    [['export', 'a.md', '-o', 'a.pdf', '--slides', '3-1']],
    [['export', 'a.md', '-o', 'a.png', '--annotations', 'native']],
    [['export', 'a.md', '-o', 'a.pptx', '--comments']],
    [['search']],
    [['search', '— !']],
    [['search', 'a', '--limit', '0']],
    [['new']],
    [['new', 'a.docx']],
    [['new', 'a.md', '--template', 'none']],
    [['serve', '--port', '70000']],
    [['serve', '--port', 'http']],
  ])('ends with 2 for wrong arguments: %j', async (args) => {
    const { code, stdout, stderr } = await lectern(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim()).not.toBe('');
  });
});

describe('lectern slides', { timeout: 60_000 }, () => {
  it('prints one JSON document', async () => {
    const { code, stdout, stderr } = await lectern(['slides', await deck(), '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const listed = JSON.parse(stdout) as { slides: object[] };
    expect(listed).toMatchObject({ title: 'Talk', marking: 'TLP:GREEN' });
    expect(Object.keys(listed)).toEqual(['title', 'marking', 'slides']);
    const keys = [
      'number',
      'h',
      'v',
      'title',
      'id',
      'hidden',
      'marking',
      'lines',
      'words',
      'fragments',
      'notesWords',
      'timing',
    ];
    for (const slide of listed.slides) expect(Object.keys(slide)).toEqual(keys);
    expect(listed.slides[2]).toMatchObject({ number: 3, h: 1, v: 1, title: 'Three', hidden: false, lines: [14, 14] });
    expect(listed.slides[3]).toMatchObject({ number: 4, h: 2, v: 0, title: 'Four', id: 'four', hidden: true });
  });

  it('prints a list for people, stacks set in', async () => {
    const { stdout } = await lectern(['slides', await deck()]);
    expect(stdout).toBe('1  One\n2  Two\n3    Three\n4  Four  [hidden]\n');
  });

  it('lists an empty deck as one empty slide', async () => {
    const { code, stdout } = await lectern(['slides', await deck(''), '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { slides: unknown[] }).slides).toHaveLength(1);
  });

  it('opens a deck whose front matter does not parse', async () => {
    const path = await deck('---\ntitle: [\n---\n\n# A\n');
    const { code, stdout, stderr } = await lectern(['slides', path]);
    expect([code, stdout]).toEqual([0, '1  A\n']);
    expect(stderr).toContain(`${path}:3: error: The front matter does not parse`);
  });

  it('opens a deck with a separator that could hang, without it, in no time', async () => {
    const evil = `---\nseparator: '(a+)+$'\n---\n\n# A\n\n${'a'.repeat(50_000)}!\n`;
    expect((await lectern(['slides', await deck(evil)])).code).toBe(0);
  });

  it('says what is wrong with a file, where, and what to do', async () => {
    const folder = await folderFor();
    const huge = join(folder, 'huge.md');
    await writeFile(huge, '');
    await truncate(huge, 64 * 1024 * 1024 + 1);
    await writeFile(join(folder, 'latin.md'), Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
    const cases = [
      ['missing.md', 'There is no file'],
      ['.', 'folder'],
      ['huge.md', '64'],
      ['latin.md', 'UTF-8'],
    ] as const;
    for (const [name, cause] of cases) {
      const { code, stdout, stderr } = await lectern(['slides', join(folder, name), '--json']);
      expect([code, stdout], name).toEqual([1, '']);
      expect(stderr, name).toContain(cause);
      expect(stderr, name).toContain(join(folder, name === '.' ? '' : name).replace(/\/$/, ''));
    }
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const path = await deck();
    await chmod(path, 0o000);
    const { code, stderr } = await lectern(['slides', path]);
    expect(code).toBe(1);
    expect(stderr).toContain('not allowed to read');
  });

  it('does not mind a reader that stops early', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `# Slide ${i}`).join('\n\n---\n\n');
    const child = startLectern(['slides', await deck(many), '--json']);
    child.stdout.once('data', () => child.stdout.destroy());
    let complaints = '';
    child.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, complaints]).toEqual([0, '']);
  });
});

describe('lectern move', { timeout: 60_000 }, () => {
  const titles = async (path: string): Promise<string[]> =>
    (
      JSON.parse((await lectern(['slides', path, '--json'])).stdout) as {
        slides: { h: number; v: number; title: string }[];
      }
    ).slides.map(({ h, v, title }) => `${h}.${v} ${title}`);

  it('moves a slide and nothing else', async () => {
    const path = await deck();
    const { code, stdout, stderr } = await lectern(['move', path, '4', '1']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('now slide 1');
    expect(await titles(path)).toEqual(['0.0 Four', '1.0 One', '2.0 Two', '2.1 Three']);
    expect(await readdir(join(path, '..'))).toEqual(['talk.md']);
  });

  it('moves ranges, into stacks and out of them', async () => {
    const path = await deck();
    await lectern(['move', path, '2-3', '1']);
    expect(await titles(path)).toEqual(['0.0 Two', '0.1 Three', '1.0 One', '2.0 Four']);
    await lectern(['move', path, '3', '2', '--below']);
    expect(await titles(path)).toEqual(['0.0 Two', '0.1 One', '0.2 Three', '1.0 Four']);
    await lectern(['move', path, '2', '2', '--out']);
    expect((await titles(path)).slice(0, 2)).toEqual(['0.0 Two', '1.0 One']);
  });

  it('prints changes that any program can apply to the file, and writes nothing', async () => {
    for (const content of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.replace('# One', '# 演習 🎯')]) {
      const path = await deck(content);
      const { code, stdout } = await lectern(['move', path, '4', '2', '--dry-run', '--json']);
      expect(code).toBe(0);
      expect(await readFile(path, 'utf8')).toBe(content);
      const { changes } = JSON.parse(stdout) as { changes: { from: number; to: number; insert: string }[] };
      const bare = content.replace(/^\uFEFF/, '');
      const applied = changes
        .toReversed()
        .reduce((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), bare);
      await lectern(['move', path, '4', '2']);
      expect((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')).toBe(applied);
      expect((await titles(path)).map((title) => title.slice(4))).toEqual([expect.any(String), 'Four', 'Two', 'Three']);
    }
  });

  it('has nothing to do for a slide that is there already', async () => {
    const path = await deck();
    const { code, stdout } = await lectern(['move', path, '2', '2', '--json']);
    expect([code, stdout]).toEqual([0, '{"changes":[]}\n']);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it.each([
    ['9', '1', 'no slide 9'],
    ['1', '9', 'at most slide 4'],
    ['1-3', '3', 'at most slide 2'],
  ])('ends with 2 for slides that are not there: %s to %s', async (from, to, cause) => {
    const path = await deck();
    const { code, stdout, stderr } = await lectern(['move', path, from, to]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(cause);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('says what is wrong with the deck on standard error only', async () => {
    const path = await deck(`---\nseparator: '(a+)+$'\n---\n\n# A\n\n---\n\n# B\n`);
    const { code, stdout, stderr } = await lectern(['move', path, '1', '2', '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('changes');
    expect(stderr).toMatch(/talk\.md:2: (?:error|warning): /);
  });

  it('leaves a read-only file alone', async () => {
    const path = await deck();
    await chmod(path, 0o444);
    const { code, stdout, stderr } = await lectern(['move', path, '4', '1']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(path);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});

describe('lectern serve', { timeout: 60_000 }, () => {
  it('prints its address, answers there, and ends on Ctrl-C', async () => {
    const folder = join(await deck(), '..');
    const child = startLectern(['serve', folder, '--no-open', '--json']);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('takes a deck, too', async () => {
    const child = startLectern(['serve', await deck(), '--no-open', '--json']);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stdout, stderr } = await lectern(['serve', await folderFor(), '--no-open', '--port', String(port)]);
    other.close();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Port ${port}`);
  });

  it('refuses what cannot be opened', async () => {
    const folder = await folderFor();
    await writeFile(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
    await mkdir(join(folder, 'sub'));
    for (const name of ['missing', 'picture.md']) {
      const { code, stdout, stderr } = await lectern(['serve', join(folder, name), '--no-open']);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(name);
    }
    expect((await lectern(['serve', join(folder, 'missing')])).stderr).toContain('There is no deck or folder');
  });
});

describe('lectern [DECK or FOLDER]', { timeout: 60_000 }, () => {
  it('says why the desktop shell cannot start, where that one is asked for', async () => {
    const path = await deck(text);
    const { code, stdout, stderr } = await lectern(['--desktop', path], {
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      SSH_TTY: '1',
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The desktop shell cannot start: there is no display here.');
    expect(stderr).toContain('Leave --desktop out');
  });

  it('opens in the browser where that is asked for, and takes no two shells', async () => {
    const child = startLectern(['--browser', await deck(text)], { DISPLAY: '', WAYLAND_DISPLAY: '', SSH_TTY: '1' });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    expect(printed.toString()).toMatch(/^Lectern is at http:\/\/127\.0\.0\.1:/);
    child.kill('SIGINT');
    await once(child, 'close');
    expect((await lectern(['--browser', '--desktop'])).code).toBe(2);
  });

  it.each(['notes.txt', 'missing.md'])('opens no %s', async (name) => {
    const folder = await folderFor();
    await writeFile(join(folder, 'notes.txt'), '# Notes');
    const { code, stderr } = await lectern(['--browser', join(folder, name)]);
    expect(code).toBe(1);
    expect(stderr).toContain(name);
  });
});

describe('lectern search', { timeout: 60_000 }, () => {
  it('prints one JSON document with every slide that has the words', async () => {
    const path = await deck(`${text}\nThe harbour café at night.\n\nNote: Ask about the tide.\n`);
    const folder = join(path, '..');
    await writeFile(join(folder, 'other.md'), '# Other\n\n---\n\n# Harbour\n');
    const { code, stdout, stderr } = await lectern(['search', 'HARBOUR', folder, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      total: 2,
      slides: 6,
      decks: 2,
      hits: [
        {
          deck: join(folder, 'other.md'),
          deckTitle: 'Other',
          slide: 2,
          title: 'Harbour',
          hidden: false,
          inNotes: false,
          excerpt: 'Harbour',
          marks: [[0, 7]],
        },
        {
          deck: path,
          deckTitle: 'Talk',
          slide: 4,
          title: 'Four',
          hidden: true,
          inNotes: false,
          excerpt: 'Four · The harbour café at night.',
          marks: [[11, 18]],
        },
      ],
    });
  });

  it('prints for people where the words stand, and how many there are', async () => {
    const path = await deck();
    const { code, stdout, stderr } = await lectern(['search', 'four', join(path, '..')]);
    expect([code, stdout]).toEqual([0, `${path}  4  Four  [hidden]\n    Four\n`]);
    expect(stderr).toBe('1 of 4 slides of 1 deck.\n');
  });

  it('looks through one deck only, where one is named', async () => {
    const path = await deck();
    await writeFile(join(path, '..', 'other.md'), text);
    const { stdout } = await lectern(['search', 'two', path, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, decks: 1, hits: [{ deck: path, slide: 2 }] });
  });

  it('finding nothing is no failure, a folder that is not there is one', async () => {
    const folder = join(await deck(), '..');
    expect(await lectern(['search', 'nowhere', folder])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Not found among 4 slides of 1 deck.\n',
    });
    const { code, stdout, stderr } = await lectern(['search', 'two', join(folder, 'missing'), '--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('missing');
  });

  it('shows no more than asked for, and says so', async () => {
    const path = await deck(Array.from({ length: 9 }, () => '# Same').join('\n\n---\n\n'));
    const { stdout, stderr } = await lectern(['search', 'same', path, '--limit', '2']);
    expect(stdout.match(/# ?Same|Same\n {4}/g)).toHaveLength(2);
    expect(stderr).toContain('9 of 9 slides');
  });
});

describe('lectern new', { timeout: 60_000 }, () => {
  it('makes a deck from a template, titled by its name', async () => {
    const folder = await folderFor();
    const path = join(folder, 'harbour-brief.md');
    const { code, stdout, stderr } = await lectern(['new', path, '--template', 'situation-update', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ output: path, template: 'situation-update', slides: 10 });
    expect(await readdir(folder)).toEqual(['harbour-brief.md']);
    const listed = JSON.parse((await lectern(['slides', path, '--json'])).stdout) as {
      title: string;
      slides: object[];
    };
    expect([listed.title, listed.slides.length]).toEqual(['Harbour brief', 10]);
  });

  it('starts blank, and adds the ending', async () => {
    const folder = await folderFor();
    const { code, stdout } = await lectern(['new', join(folder, 'talk')]);
    expect([code, await readdir(folder)]).toEqual([0, ['talk.md']]);
    expect(stdout).toContain('talk.md: 2 slides');
  });

  it('writes nothing over', async () => {
    const path = await deck();
    const { code, stdout, stderr } = await lectern(['new', path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('is there already');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('names the templates there are for one that there is not', async () => {
    const folder = await folderFor();
    const { code, stderr } = await lectern(['new', join(folder, 'a.md'), '--template', 'memo']);
    expect(code).toBe(2);
    for (const name of ['decision-brief', 'capability-brief', 'situation-update', 'after-action', 'blank'])
      expect(stderr).toContain(name);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a folder is not there', async () => {
    const { code, stderr } = await lectern(['new', join(await folderFor(), 'no', 'a.md')]);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no folder');
  });
});
