import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { revisionOf } from '../../../src/host/revision.ts';
import { largestText, readOnlyReason, readTextFile, saveTextFile } from '../../../src/host/text-file.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function fileWith(bytes: string | Uint8Array, name = 'talk.md'): Promise<string> {
  const path = join(await newFolder(), name);
  await writeFile(path, bytes);
  return path;
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => new Error('It did not fail.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Failure) return error;
  throw error;
}

describe('a file that cannot be read is refused with its place, the cause and a way out', () => {
  const cases: readonly [string, () => Promise<string>, string, RegExp][] = [
    ['missing', async () => join(await newFolder(), 'none.md'), 'missing', /no file none\.md/],
    ['a folder', () => newFolder(), 'not-a-file', /a folder/],
    [
      'a pipe',
      async () => {
        const path = join(await newFolder(), 'pipe.md');
        execFileSync('mkfifo', [path]);
        return path;
      },
      'not-a-file',
      /a pipe/,
    ],
    ['a device', async () => '/dev/zero', 'not-a-file', /a device/],
    [
      'larger than 64 MiB',
      async () => {
        const path = await fileWith('');
        await truncate(path, largestText + 1);
        return path;
      },
      'too-large',
      /67,108,865 bytes/,
    ],
    ['UTF-16 with its mark', () => fileWith(Buffer.from('\uFEFF# Title', 'utf16le')), 'not-utf-8', /UTF-16/],
    ['UTF-16 without its mark', () => fileWith(Buffer.from('# Title\n', 'utf16le')), 'not-utf-8', /UTF-16/],
    ['UTF-16, big endian', () => fileWith(Uint8Array.of(0xfe, 0xff, 0, 0x23)), 'not-utf-8', /UTF-16/],
    ['UTF-32', () => fileWith(Uint8Array.of(0xff, 0xfe, 0, 0, 0x23, 0, 0, 0)), 'not-utf-8', /UTF-32/],
    [
      'a link to itself',
      async () => {
        const path = join(await newFolder(), 'loop.md');
        await symlink(path, path);
        return path;
      },
      'unreadable',
      /leads back to itself/,
    ],
  ];
  it.each(cases)('%s', async (_, make, code, message) => {
    const path = await make();
    const failure = await failureOf(readTextFile(path));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(failure.place.file).toBe(path);
    expect(failure.wayOut).not.toBe('');
  });

  it.each([
    ['Latin-1', Buffer.from('# A\nb\xe9d', 'latin1'), 5, 2, 2],
    ['a sequence cut off by the end', Buffer.from([0x61, 0xe2, 0x82]), 1, 1, 2],
    ['one that begins like U+FFFD', Buffer.from([0x61, 0xef, 0xbf, 0x41]), 1, 1, 2],
    ['an overlong form', Buffer.from([0x61, 0x0d, 0x0a, 0xc0, 0xaf]), 3, 2, 1],
    ['a surrogate', Buffer.from([0x0d, 0xed, 0xa0, 0x80]), 1, 2, 1],
    ['after a good U+FFFD', Buffer.from([0xef, 0xbf, 0xbd, 0xff]), 3, 1, 2],
  ])('not UTF-8: %s', async (_, bytes, offset, line, column) => {
    const failure = await failureOf(readTextFile(await fileWith(bytes)));
    expect(failure.code).toBe('not-utf-8');
    expect(failure.message).toContain(`byte ${offset} `);
    expect(failure.place).toMatchObject({ line, column });
  });
});

describe('bytes survive', () => {
  it.each([
    ['nothing', ''],
    ['LF', '# A\n\n---\n\n# B\n'],
    ['CRLF', '# A\r\n\r\n---\r\n'],
    ['mixed line ends', 'a\r\nb\nc\rd\r\n'],
    ['a byte order mark', '\uFEFF# A\n'],
    ['two byte order marks', '\uFEFF\uFEFF# A\n'],
    ['no last line end', '# A'],
    ['other scripts', '# 日本語 😀 ไทย\n'],
    ['a NUL', 'a\0bcdefghijklmnop'],
  ])('opening and saving leaves a file with %s as it was', async (_, content) => {
    const path = await fileWith(content);
    const file = await readTextFile(path);
    expect(file.text).toBe(content.replace(/^\uFEFF/, ''));
    const outcome = await saveTextFile(path, { text: file.text, base: file.revision });
    expect(outcome).toEqual({ outcome: 'saved', revision: file.revision });
    expect(await readFile(path)).toEqual(Buffer.from(content));
  });

  it('a file made anew has the byte order mark that it is said to have', async () => {
    const path = join(await newFolder(), 'new.md');
    const bytes = Buffer.from('\uFEFFa');
    expect(await saveTextFile(path, { text: 'a', base: null, bom: true })).toEqual({
      outcome: 'saved',
      revision: revisionOf(bytes),
    });
    expect(await readFile(path)).toEqual(bytes);
  });
});

describe('a file that somebody else changed is left alone', () => {
  it('even when its size and date are the same', async () => {
    const path = await fileWith('one');
    const { revision } = await readTextFile(path);
    const { atime, mtime } = await stat(path);
    await writeFile(path, 'two');
    await utimes(path, atime, mtime);
    const outcome = await saveTextFile(path, { text: 'mine', base: revision });
    expect(outcome).toEqual({ outcome: 'changed-on-disk', revision: revisionOf(Buffer.from('two')) });
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(path, '..'))).toEqual(['talk.md']);
  });

  it('is written once the change is taken note of', async () => {
    const path = await fileWith('two');
    const refused = await saveTextFile(path, { text: 'mine', base: revisionOf(Buffer.from('one')) });
    expect(await saveTextFile(path, { text: 'mine', base: refused.revision })).toMatchObject({ outcome: 'saved' });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('when it was removed', async () => {
    const path = await fileWith('one');
    const { revision } = await readTextFile(path);
    await rm(path);
    expect(await saveTextFile(path, { text: 'mine', base: revision })).toEqual({
      outcome: 'changed-on-disk',
      revision: null,
    });
    expect(await saveTextFile(path, { text: 'mine', base: null })).toMatchObject({ outcome: 'saved' });
  });

  it('when a new file was wanted and one is there', async () => {
    const path = await fileWith('one');
    expect(await saveTextFile(path, { text: 'mine', base: null })).toMatchObject({ outcome: 'changed-on-disk' });
    expect(await readFile(path, 'utf8')).toBe('one');
  });
});

describe('what kind of file it is stays', () => {
  const base = revisionOf(Buffer.from('old'));

  it('a link stays a link', async () => {
    const path = await fileWith('old');
    const way = join(path, '..', 'way.md');
    await symlink('talk.md', way);
    expect(await saveTextFile(way, { text: 'new', base })).toMatchObject({ outcome: 'saved' });
    expect(await readlink(way)).toBe('talk.md');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('a link that leads nowhere makes the file where it leads', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'below'));
    await symlink('next.md', join(folder, 'way.md'));
    await symlink(join(folder, 'below', 'end.md'), join(folder, 'next.md'));
    expect(await saveTextFile(join(folder, 'way.md'), { text: 'new', base: null })).toMatchObject({ outcome: 'saved' });
    expect((await lstat(join(folder, 'next.md'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'below', 'end.md'), 'utf8')).toBe('new');
  });

  it('hard links stay together, and no backup stays', async () => {
    const path = await fileWith('old');
    await link(path, join(path, '..', 'other.md'));
    expect(await saveTextFile(path, { text: 'a longer new text', base })).toMatchObject({ outcome: 'saved' });
    expect((await stat(path)).nlink).toBe(2);
    expect(await readFile(join(path, '..', 'other.md'), 'utf8')).toBe('a longer new text');
    expect(await readdir(join(path, '..'))).toEqual(['other.md', 'talk.md']);
  });

  it.each([0o640, 0o600, 0o664, 0o755])('the mode %o stays', async (mode) => {
    const path = await fileWith('old');
    await chmod(path, mode);
    await saveTextFile(path, { text: 'new', base });
    expect((await stat(path)).mode & 0o7777).toBe(mode);
  });

  it.skipIf(process.getuid?.() !== 0)('another owner and group stay', async () => {
    const path = await fileWith('old');
    await chown(path, 1234, 4321);
    await chmod(path, 0o2664);
    await saveTextFile(path, { text: 'new', base });
    expect(await stat(path)).toMatchObject({ uid: 1234, gid: 4321, mode: 0o102664 });
  });

  it('a text that could not be opened again is refused, and the old file stays', async () => {
    const path = await fileWith('# A\n');
    const { revision } = await readTextFile(path);
    const failure = await failureOf(saveTextFile(path, { text: 'é'.repeat(largestText / 2 + 1), base: revision }));
    expect([failure.code, failure.place.file]).toEqual(['too-large', path]);
    expect(await readFile(path, 'utf8')).toBe('# A\n');
  });

  it('a file marked read-only is refused, also to root', async () => {
    const path = await fileWith('old');
    await chmod(path, 0o444);
    expect(await readOnlyReason(path)).toMatch(/marked read-only/);
    const failure = await failureOf(saveTextFile(path, { text: 'new', base }));
    expect(failure.code).toBe('read-only');
    expect(failure.wayOut).toMatch(/under another name/);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('a folder that is gone is said to be', async () => {
    const path = join(await newFolder(), 'gone', 'talk.md');
    const failure = await failureOf(saveTextFile(path, { text: 'new', base: null }));
    expect(failure.code).toBe('missing');
    expect(failure.message).toMatch(/the folder .*gone is not there/);
  });

  it('a folder is not written over', async () => {
    expect((await failureOf(saveTextFile(await newFolder(), { text: 'new', base: null }))).code).toBe('not-a-file');
  });

  it('a name of 255 bytes can be saved', async () => {
    const path = join(await newFolder(), `${'x'.repeat(252)}.md`);
    expect(await saveTextFile(path, { text: 'new', base: null })).toMatchObject({ outcome: 'saved' });
  });
});
