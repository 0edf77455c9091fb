/**
 * Runs all end-to-end specs on the desktop shell: `node scripts/test-shell.ts stand-in|electron [PLAYWRIGHT'S ARGUMENTS …]`.
 *
 * On Electron itself that needs its program file and a display. Where they are not there it says which and why, and exits with 1: who asks
 * for Electron by name and gets no test should not take that for success. `npm test` never asks for it.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findElectron } from '../src/host/electron-binary.ts';
import { build } from './build-if-stale.js';

const [shell = '', ...args] = process.argv.slice(2);

if (shell !== 'stand-in' && shell !== 'electron') {
  console.error('Say which desktop shell: stand-in, or electron.');
  process.exitCode = 2;
} else {
  const missing = shell === 'electron' ? await reasonAgainstElectron() : null;
  if (missing !== null) {
    console.error(missing);
    process.exitCode = 1;
  } else {
    await build();
    process.exitCode = run(shell);
  }
}

async function reasonAgainstElectron(): Promise<string | null> {
  const found = await findElectron({ onProgress: (line) => console.error(line) });
  if ('path' in found) return null;
  return [
    `The tests cannot run on Electron here: ${found.reason}.`,
    'Nothing was tested. “npm run test:desktop” runs the same tests on the stand-in for Electron (docs/desktop-shell.md).',
  ].join('\n');
}

function run(only: 'stand-in' | 'electron'): number {
  const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const env = { ...process.env, LECTERN_TEST_SHELL: only };
  return spawnSync(process.execPath, [playwright, 'test', ...args], { env, stdio: 'inherit' }).status ?? 1;
}
