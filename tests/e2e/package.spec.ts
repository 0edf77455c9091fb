import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { pdfText } from './pdf-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

test('the packed program is installed without a network, and runs without Electron', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-package-'));
  const npm = (args: readonly string[], cwd: string) =>
    run('npm', [...args], {
      cwd,
      shell: process.platform === 'win32',
      // No registry is there to be asked.
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: join(folder, 'cache') },
    });
  try {
    // As it is built: the run has just built it.
    await npm(['pack', '--ignore-scripts', '--pack-destination', folder], root);
    const [archive = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    await writeFile(join(folder, 'package.json'), '{"name":"empty","version":"1.0.0"}');
    await npm(['install', '--offline', '--no-audit', '--no-fund', `./${archive}`], folder);
    expect(await readdir(join(folder, 'node_modules'))).toEqual(['.bin', '.package-lock.json', 'lectern']);
    // Nothing of the sources, the tests or this machine is in it.
    const packed = await readdir(join(folder, 'node_modules/lectern'), { recursive: true });
    expect(packed.filter((name) => /^(?:src|tests|scripts|bench|node_modules|out.(?:types|test))/.test(name))).toEqual(
      [],
    );
    expect(packed).toContain(join('decks', 'bomber-capabilities.md'));

    const decks = join(folder, 'decks');
    await mkdir(decks);
    await copyFile(join(root, 'tests/fixtures/app/harbour.md'), join(decks, 'harbour.md'));
    const program = join(folder, 'node_modules/lectern/bin/lectern.js');
    const env = { ...process.env, LECTERN_STATE: join(folder, 'state') };
    const pdf = join(folder, 'harbour.pdf');
    await run(process.execPath, [program, 'export', join(decks, 'harbour.md'), '-o', pdf], { env });
    expect((await pdfText(await readFile(pdf))).join(' ')).toContain('Alpha');

    const server = spawn(process.execPath, [program, '--browser', decks], {
      env: { ...env, DISPLAY: '', WAYLAND_DISPLAY: '', SSH_TTY: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(server.stdout, 'data')) as [Buffer];
    const page = await browser.newPage();
    await page.goto(/http:\S+/.exec(printed.toString())?.[0] ?? '');
    await page.getByRole('row', { name: /Harbour briefing/ }).click();
    await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
    await page.close();
    server.kill('SIGINT');
    await once(server, 'exit');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
