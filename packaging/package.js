/**
 * Makes installers of the program: `npm run package [-- ELECTRON-BUILDER'S ARGUMENTS …]`, such as `-- --linux --dir`. Needs Electron's
 * program file for the system that it packages for.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/build-if-stale.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
const config = fileURLToPath(new URL('electron-builder.config.js', import.meta.url));

await build();
const { status } = spawnSync(
  process.execPath,
  [builder, '--projectDir', root, '--config', config, '--publish', 'never', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
