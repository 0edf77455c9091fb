import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type * as fsPromises from 'node:fs/promises';
import { link, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { saveAtomically } from '../../../src/host/atomic-save.ts';
import { sweepOrphans, temporaryPrefix } from '../../../src/host/orphan-sweep.ts';
import { temporaryFolders } from './temporary-folder.ts';

const fs = vi.hoisted(() => ({ fail: null as null | { readonly call: string; readonly code: string; times: number } }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>();
  const meet = (call: string): void => {
    if (fs.fail?.call !== call || fs.fail.times === 0) return;
    fs.fail.times -= 1;
    throw Object.assign(new Error(`${fs.fail.code}: made to fail`), { code: fs.fail.code });
  };
  return {
    ...real,
    rename: async (...args: Parameters<typeof real.rename>) => {
      meet('rename');
      return real.rename(...args);
    },
    open: async (...args: Parameters<typeof real.open>) => {
      meet('open');
      const handle = await real.open(...args);
      const [writeFile, sync, write] = [
        handle.writeFile.bind(handle),
        handle.sync.bind(handle),
        handle.write.bind(handle),
      ];
      handle.writeFile = async (...rest: Parameters<typeof writeFile>) => {
        meet('write');
        return writeFile(...rest);
      };
      handle.sync = async () => {
        meet('sync');
        return sync();
      };
      handle.write = (async (...rest: Parameters<typeof write>) => {
        const done = await write(...rest);
        meet('write');
        return done;
      }) as typeof handle.write;
      return handle;
    },
  };
});

const newFolder = temporaryFolders();

async function oldFile(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await newFolder();
  const path = join(folder, 'talk.md');
  await writeFile(path, 'old');
  return { folder, path };
}

describe('a save that fails leaves the old file and nothing else', () => {
  it.each([
    ['open', 'EACCES', 'read-only'],
    ['open', 'EROFS', 'read-only'],
    ['write', 'ENOSPC', 'no-space'],
    ['write', 'EDQUOT', 'no-space'],
    ['write', 'EIO', 'unexpected'],
    ['sync', 'EIO', 'unexpected'],
    ['sync', 'ENOSPC', 'no-space'],
    ['rename', 'EIO', 'unexpected'],
  ])('%s: %s', async (call, code, wanted) => {
    const { folder, path } = await oldFile();
    fs.fail = { call, code, times: 1 };
    await expect(saveAtomically(path, Buffer.from('new'))).rejects.toMatchObject({
      code: wanted,
      place: { file: path },
    });
    fs.fail = null;
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['talk.md']);
  });

  it('a file with two names gets its old bytes back', async () => {
    const { folder, path } = await oldFile();
    await link(path, join(folder, 'other.md'));
    fs.fail = { call: 'write', code: 'EIO', times: 1 };
    await expect(saveAtomically(path, Buffer.from('something new'))).rejects.toMatchObject({ code: 'unexpected' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['other.md', 'talk.md']);
  });

  it('and if even that fails, the backup stays beside it', async () => {
    const { folder, path } = await oldFile();
    await link(path, join(folder, 'other.md'));
    fs.fail = { call: 'write', code: 'EIO', times: 2 };
    await expect(saveAtomically(path, Buffer.from('something new'))).rejects.toMatchObject({ code: 'unexpected' });
    const backup = (await readdir(folder)).find((name) => name.startsWith('talk.before-save-')) ?? '';
    expect(await readFile(join(folder, backup), 'utf8')).toBe('old');
  });
});

describe('a rename that is held up', () => {
  it.each(['EPERM', 'EBUSY'])('is tried again after %s', async (code) => {
    const { path } = await oldFile();
    fs.fail = { call: 'rename', code, times: 3 };
    expect(await saveAtomically(path, Buffer.from('new'))).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('is given up in the end, and says what holds it up', async () => {
    const { folder, path } = await oldFile();
    fs.fail = { call: 'rename', code: 'EBUSY', times: 1000 };
    const message = expect.stringContaining('another program has it open') as string;
    await expect(saveAtomically(path, Buffer.from('new'))).rejects.toMatchObject({ code: 'read-only', message });
    expect(fs.fail.times).toBeGreaterThan(980);
    fs.fail = null;
    expect(await readdir(folder)).toEqual(['talk.md']);
  });
});

it('asks once more before the file changes', async () => {
  const { folder, path } = await oldFile();
  expect(await saveAtomically(path, Buffer.from('new'), async () => false)).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['talk.md']);
});

it('sweeps what killed saves of the same file left, and nothing else', async () => {
  const { folder, path } = await oldFile();
  const dead = spawnSync('true').pid;
  const random = '0123456789abcdef';
  const names = {
    orphan: `${temporaryPrefix(path)}${dead}-${random}.tmp`,
    running: `${temporaryPrefix(path)}${process.pid}-${random}.tmp`,
    young: `${temporaryPrefix(path)}${dead}-${random.replace('0', 'f')}.tmp`,
    others: `${temporaryPrefix('other.md')}${dead}-${random}.tmp`,
    alike: `${temporaryPrefix(path)}notes.tmp`,
  };
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const [kind, name] of Object.entries(names)) {
    await writeFile(join(folder, name), '');
    if (kind !== 'young') await utimes(join(folder, name), anHourAgo, anHourAgo);
  }
  expect(await sweepOrphans(path)).toEqual([names.orphan]);
  expect((await readdir(folder)).toSorted()).toEqual(
    [names.running, names.young, names.others, names.alike, 'talk.md'].toSorted(),
  );
});

describe('in a process of its own', () => {
  const module = join(import.meta.dirname, '../../../src/host/atomic-save.ts');

  it('a process killed at any moment leaves all of the old text or all of the new', { timeout: 60_000 }, async () => {
    const { folder, path } = await oldFile();
    const size = 300_000;
    const script = `
      const { saveAtomically } = await import(${JSON.stringify(module)});
      process.stdout.write('ready');
      for (let n = 0; ; n++) await saveAtomically(${JSON.stringify(path)}, Buffer.alloc(${size}, 97 + (n % 26)));`;
    for (let run = 0; run < 20; run += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      const ended = once(child, 'exit');
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
      await ended;
      const bytes = await readFile(path);
      const whole = bytes.equals(Buffer.from('old')) || bytes.equals(Buffer.alloc(size, bytes[0]));
      expect(whole, `run ${run}: ${bytes.length} bytes`).toBe(true);
    }
    await sweepOrphans(path, Date.now() + 3_600_000);
    expect(await readdir(folder)).toEqual(['talk.md']);
  });

  const mayMount =
    spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt']).status === 0;
  if (!mayMount)
    console.log('Skipped: the full disk. This system lets no test mount a small disk of its own (unshare -Urm).');

  it.skipIf(!mayMount)(
    'on a full disk the old file stays, and saving works again when there is room',
    { timeout: 20_000 },
    async () => {
      const folder = await newFolder();
      const script = `
      const { saveAtomically } = await import(${JSON.stringify(module)});
      const fs = await import('node:fs');
      const at = (name) => ${JSON.stringify(folder)} + '/' + name;
      const report = {};
      fs.writeFileSync(at('talk.md'), Buffer.alloc(200_000, 97));
      if (process.argv[1] === 'linked') fs.linkSync(at('talk.md'), at('other.md'));
      fs.writeFileSync(at('filler'), '');
      try { for (;;) fs.appendFileSync(at('filler'), Buffer.alloc(4096)); } catch {}
      fs.truncateSync(at('filler'), fs.statSync(at('filler')).size - 100_000);
      report.code = await saveAtomically(at('talk.md'), Buffer.alloc(300_000, 98)).then(() => 'saved', (error) => error.code);
      report.intact = fs.readFileSync(at('talk.md')).equals(Buffer.alloc(200_000, 97));
      report.files = fs.readdirSync(at('.'));
      fs.rmSync(at('filler'));
      report.again = await saveAtomically(at('talk.md'), Buffer.alloc(300_000, 98)).then(() => 'saved', (error) => error.code);
      report.written = fs.readFileSync(at('talk.md')).equals(Buffer.alloc(300_000, 98));
      process.stdout.write(JSON.stringify(report));`;
      for (const kind of ['plain', 'linked']) {
        const command = `mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"`;
        const args = ['-Urm', 'sh', '-c', command, folder, process.execPath, '--input-type=module', '-e', script, kind];
        const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
        expect(JSON.parse(stdout || JSON.stringify(stderr)), kind).toEqual({
          code: 'no-space',
          intact: true,
          files: kind === 'plain' ? ['filler', 'talk.md'] : ['filler', 'other.md', 'talk.md'],
          again: 'saved',
          written: true,
        });
      }
    },
  );
});
