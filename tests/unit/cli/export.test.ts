import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, projectRoot } from '../../../scripts/build-if-stale.js';
import { temporaryFolders } from '../host/temporary-folder.ts';
import { lectern, startLectern } from './run-lectern.ts';

const folderFor = temporaryFolders();
const text = '# One\n\n---\n\n## Two\n\n---\n\n<!-- .slide: data-visibility="hidden" -->\n## Three\n';

async function deck(): Promise<{ folder: string; path: string }> {
  const folder = await folderFor();
  const path = join(folder, 'talk.md');
  await writeFile(path, text);
  return { folder, path };
}

describe('lectern export', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('writes a PDF and prints one JSON document about it', async () => {
    const { folder, path } = await deck();
    const output = join(folder, 'out.pdf');
    const { code, stdout } = await lectern(['export', path, '-o', output, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['output', 'bytes', 'pages', 'seconds', 'slides', 'left out']);
    const bytes = await readFile(output);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(report).toMatchObject({
      output,
      bytes: bytes.length,
      pages: 2,
      slides: 2,
      'left out': [{ slide: 3, reason: 'hidden' }],
    });
    expect(report['seconds']).toBeGreaterThan(0);
    expect((await readdir(folder)).toSorted()).toEqual(['out.pdf', 'talk.md']);
  });

  it('prints a choice of slides, and hidden ones when asked', async () => {
    const { folder, path } = await deck();
    const { code, stdout } = await lectern([
      'export',
      path,
      '-o',
      join(folder, 'out.pdf'),
      '--slides',
      '2-3',
      '--hidden',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pages: 2, 'left out': [{ slide: 1, reason: 'not-selected' }] });
  });

  it('tells people what it wrote', async () => {
    const { folder, path } = await deck();
    const { stdout } = await lectern(['export', path, '-o', join(folder, 'out.pdf')]);
    expect(stdout).toMatch(/out\.pdf: 2 pages, without 1 hidden slide, \d+ kB, \d+\.\d s\n$/);
  });

  it('writes nothing when it cannot', async () => {
    const { folder, path } = await deck();
    await mkdir(join(folder, 'folder.pdf'));
    await symlink(path, join(folder, 'link.pdf'));
    const cases: readonly (readonly [string[], number, string])[] = [
      [['-o', join(folder, 'none', 'out.pdf')], 1, 'no folder'],
      [['-o', join(folder, 'folder.pdf')], 1, 'is a folder'],
      [['-o', join(folder, 'link.pdf')], 2, 'the deck itself'],
      [['-o', join(folder, 'out.pdf'), '--slides', '9'], 2, 'no slide 9'],
      [['-o', join(folder, 'out.pdf'), '--slides', '3'], 2, 'no page to print'],
    ];
    for (const [args, expected, cause] of cases) {
      const { code, stdout, stderr } = await lectern(['export', path, ...args]);
      expect([code, stdout], cause).toEqual([expected, '']);
      expect(stderr).toContain(cause);
    }
    expect((await readdir(folder)).toSorted()).toEqual(['folder.pdf', 'link.pdf', 'talk.md']);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('says which browsers it tried when none can print, and keeps the old file', async () => {
    const { folder, path } = await deck();
    const output = join(folder, 'out.pdf');
    await writeFile(output, 'old');
    for (const browser of [join(folder, 'no-such-browser'), '/bin/false']) {
      const { code, stdout, stderr } = await lectern(['export', path, '-o', output], { LECTERN_CHROMIUM: browser });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(browser);
      expect(stderr).toContain('LECTERN_CHROMIUM');
    }
    expect(await readFile(output, 'utf8')).toBe('old');
  });

  it('refuses ink that it cannot read, when ink is asked for', async () => {
    const { folder, path } = await deck();
    await writeFile(join(folder, 'talk.annotations.json'), '{');
    const args = ['export', path, '-o', join(folder, 'out.pdf')];
    expect((await lectern([...args, '--annotations', 'flat'])).code).toBe(1);
    expect((await lectern(args)).code).toBe(0);
  });

  it('stops on Ctrl-C, with no browser and no profile left behind', async () => {
    const { folder, path } = await deck();
    const temporary = await folderFor();
    const slow = Array.from(
      { length: 400 },
      (_, i) => `# ${i}\n\n| a | b |\n|---|---|\n${'| c | d |\n'.repeat(30)}`,
    ).join('\n---\n\n');
    await writeFile(path, slow);
    const child = startLectern(['export', path, '-o', join(folder, 'out.pdf')], { TMPDIR: temporary });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // The browser's profile is the first thing that it makes.
    await new Promise<void>((resolve) => {
      const look = (): void =>
        void readdir(temporary).then((made) => (made.length > 0 ? resolve() : setImmediate(look)));
      look();
    });
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(folder)).toEqual(['talk.md']);
  });

  it('keeps the old file when the disk is full', async (context) => {
    const { folder, path } = await deck();
    const script = [
      `mount -t tmpfs -o size=64k none '${folder}' 2>/dev/null || exit 77`,
      `printf '# One\\n' > '${path}'`,
      `printf old > '${join(folder, 'out.pdf')}'`,
      `head -c 60000 /dev/zero > '${join(folder, 'filler')}' 2>/dev/null`,
      `'${process.execPath}' '${join(projectRoot, 'src', 'cli', 'lectern.ts')}' export '${path}' -o '${join(folder, 'out.pdf')}'`,
      `code=$?; cat '${join(folder, 'out.pdf')}'; ls '${folder}'; exit $code`,
    ].join('\n');
    const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    if (status === 77 || status === null || /unshare/.test(stderr)) {
      console.log('Skipped: a full disk. A file system of a test’s own cannot be mounted here.');
      context.skip();
    }
    expect(status).toBe(1);
    expect(stderr).toContain('no room');
    expect(stdout).toBe('oldfiller\nout.pdf\ntalk.md\n');
  });
});
