/**
 * Looks into a packaged program: `node packaging/check-package.js FOLDER`, where FOLDER is what electron-builder laid out, such as
 * `out/packages/linux-unpacked`. Exits with 1 where a fuse is not as it should be, or the archive holds what has no business there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const on = new Set([
  'EnableCookieEncryption',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'WasmTrapHandlers',
]);

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a packaged program.');
const { binary, resources } = layout(folder);
const problems = [...(await fuseProblems(binary)), ...archiveProblems(join(resources, 'app.asar'))];
if (!existsSync(join(resources, 'decks', 'bomber-capabilities.md'))) problems.push('The example decks are missing.');
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? `${folder} is as it should be.` : `${problems.length} things are wrong with ${folder}.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Where the binary and its resources are, on each system. */
function layout(path) {
  const bundle = path.endsWith('.app') ? path : readdirSync(path).find((name) => name.endsWith('.app'));
  if (bundle !== undefined) {
    const app = path.endsWith('.app') ? path : join(path, bundle);
    return { binary: app, resources: join(app, 'Contents', 'Resources') };
  }
  const exe = readdirSync(path).find((name) => name === 'Lectern.exe') ?? 'lectern';
  return { binary: join(path, exe), resources: join(path, 'resources') };
}

async function fuseProblems(path) {
  const wire = await getCurrentFuseWire(path);
  return Object.keys(FuseV1Options)
    .filter((name) => Number.isNaN(Number(name)))
    .flatMap((name) => {
      const wanted = on.has(name) ? FuseState.ENABLE : FuseState.DISABLE;
      return wire[FuseV1Options[name]] === wanted ? [] : [`The fuse ${name} is not ${on.has(name) ? 'on' : 'off'}.`];
    });
}

function archiveProblems(path) {
  const files = listPackage(path, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const foreign = files.filter(
    (name) => !/^\/(?:package\.json$|out$|out\/(?:main|preload|renderer)(?:$|\/))/.test(name),
  );
  const needed = [
    '/out/main/index.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
    '/out/renderer/print.html',
  ];
  const { version, main, dependencies = {} } = JSON.parse(extractFile(path, 'package.json').toString());
  const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return [
    ...foreign.map((name) => `${name} has no business in the archive.`),
    ...needed.filter((name) => !files.includes(name)).map((name) => `${name} is missing.`),
    ...(version === own.version ? [] : [`It says it is ${version} and not ${own.version}.`]),
    ...(main === own.main ? [] : [`Its main file is ${main}.`]),
    ...Object.keys(dependencies).map((name) => `It names a dependency, ${name}.`),
  ];
}
