import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build, buildIfStale, isStale, projectRoot } from '../../../scripts/build-if-stale.js';

let root: string;
const run = vi.fn<(root: string) => Promise<void>>();
const say = vi.fn<(line: string) => void>();

/** What a build makes, as far as anybody looks. */
const made = [
  'main/index.js',
  'main/lectern.js',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/player/player.js',
];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-build-'));
  mkdirSync(join(root, 'src/core'), { recursive: true });
  writeFileSync(join(root, 'src/core/a.ts'), 'a');
  writeFileSync(join(root, 'package.json'), '{}');
  run.mockReset().mockImplementation(async () => output());
  say.mockReset();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes what a build makes. */
function output(): void {
  for (const file of made.map((name) => `out/${name}`)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), '');
  }
}

const make = (): Promise<void> => buildIfStale({ root, run, say });

describe('buildIfStale', () => {
  it('builds once, says so in one line, and then not again', async () => {
    await make();
    await make();
    expect(run).toHaveBeenCalledTimes(1);
    expect(say.mock.calls).toEqual([[expect.stringMatching(/^Building Lectern/)]]);
  });

  it.each([
    ['a source changes', () => appendFileSync(join(root, 'src/core/a.ts'), 'b')],
    ['a source appears', () => writeFileSync(join(root, 'src/core/b.ts'), 'b')],
    ['a source goes', () => rmSync(join(root, 'src/core/a.ts'))],
    ['a source is renamed', () => renameSync(join(root, 'src/core/a.ts'), join(root, 'src/core/c.ts'))],
    ['the configuration changes', () => writeFileSync(join(root, 'electron.vite.config.ts'), '')],
    ['the lock file changes', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
    ['a part of the build is missing', () => rmSync(join(root, 'out/preload/index.cjs'))],
    ['the build is missing', () => rmSync(join(root, 'out'), { recursive: true })],
  ])('builds again when %s', async (_what, change) => {
    await make();
    change();
    expect(isStale(root)).toBe(true);
    await make();
    expect(run).toHaveBeenCalledTimes(2);
    expect(isStale(root)).toBe(false);
  });

  it('builds again when a source changed while it built', async () => {
    run.mockImplementationOnce(async () => {
      output();
      appendFileSync(join(root, 'src/core/a.ts'), 'edited');
    });
    await make();
    expect(isStale(root)).toBe(true);
  });

  it('takes a build that failed for none, and leaves no lock', async () => {
    await make();
    appendFileSync(join(root, 'src/core/a.ts'), 'b');
    run.mockRejectedValueOnce(new Error('The build failed.'));
    await expect(make()).rejects.toThrow('The build failed.');
    expect(isStale(root)).toBe(true);
    await make();
    expect(isStale(root)).toBe(false);
  });

  it('takes over the lock of a process that died', async () => {
    const child = spawn(process.execPath, ['--eval', '']);
    await once(child, 'close');
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/build.lock'), String(child.pid));
    await make();
    expect(run).toHaveBeenCalledTimes(1);
    expect(existsSync(join(root, 'out/build.lock'))).toBe(false);
  });

  it('lets one process build and the others wait for it', async () => {
    const script = join(root, 'build.mjs');
    const log = join(root, 'log');
    // Builds until both others have said that they wait.
    writeFileSync(
      script,
      `import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
       import { dirname } from 'node:path';
       import { buildIfStale } from ${JSON.stringify(join(projectRoot, 'scripts/build-if-stale.js'))};
       const [root, log] = ${JSON.stringify([root, log])};
       const waiting = () => readFileSync(log, 'utf8').split('waiting').length - 1;
       const run = async () => {
         appendFileSync(log, 'begin ');
         while (waiting() < 2) await new Promise((resolve) => setImmediate(resolve));
         for (const file of ${JSON.stringify(made)}) {
           mkdirSync(dirname(root + '/out/' + file), { recursive: true });
           writeFileSync(root + '/out/' + file, '');
         }
         appendFileSync(log, 'end ');
       };
       const say = (line) => line.startsWith('Waiting') && appendFileSync(log, 'waiting ');
       await buildIfStale({ root, run, say });`,
    );
    const ends = [1, 2, 3].map(() => once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'close'));
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0, 0]);
    // Who waits may say so before the one who builds says anything.
    const said = readFileSync(log, 'utf8').trim().split(' ');
    expect(said.filter((word) => word !== 'waiting')).toEqual(['begin', 'end']);
    expect(said).toHaveLength(4);
  });

  it('looks at a checkout of 500 files within 30 ms', async () => {
    for (let file = 0; file < 500; file += 1) {
      const folder = join(root, `src/part-${file % 20}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${file}.ts`), '');
    }
    await make();
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      expect(isStale(root)).toBe(false);
      return performance.now() - began;
    });
    // The best of five: the machine may be busy with something else.
    expect(Math.min(...times)).toBeLessThan(30);
  });
});

it('build builds whatever the state', async () => {
  await make();
  await build({ root, run, say });
  expect(run).toHaveBeenCalledTimes(2);
});
