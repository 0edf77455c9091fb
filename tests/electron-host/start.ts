/**
 * Runs a built desktop program on the stand-in: `node tests/electron-host/start.ts [--app FOLDER] [--packaged] ARGUMENTS…`, as
 * `electron FOLDER ARGUMENTS…` would, or as the packaged program itself.
 *
 * Its parent, if it listens, may look inside through the channel that Node opens between them (see `control.ts`).
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { app: { type: 'string' }, packaged: { type: 'boolean', default: false }, platform: { type: 'string' } },
});
const folder = resolve(values.app ?? fileURLToPath(new URL('../..', import.meta.url)));
const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
};

// As Electron sets them before the program's own code runs.
if (values.platform !== undefined) Object.defineProperty(process, 'platform', { value: values.platform });
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });
Object.defineProperty(process.versions, 'chrome', { value: '156.0.0.0', enumerable: true });
Object.defineProperty(process, 'type', { value: 'browser' });
if (!values.packaged) Object.defineProperty(process, 'defaultApp', { value: true });
Object.defineProperty(process, 'resourcesPath', { value: dirname(folder) });
process.argv = [process.execPath, ...(values.packaged ? [] : [folder]), ...positionals];

const module = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: module, shortCircuit: true }
      : next(specifier, context),
});

const electron = await import('./electron.ts');
const { engine } = await import('./engine.ts');
const { answerParent } = await import('./control.ts');
electron.app.describe({
  name: facts.productName ?? facts.name,
  version: facts.version,
  path: folder,
  packaged: values.packaged,
});
answerParent(electron);
const there = engine.cdp();
there.catch(() => undefined);
// The program's own code runs to its end before the application is ready.
await import(pathToFileURL(join(folder, facts.main)).href);
await there;
electron.app.becomeReady();
