import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './build-lock.js';

/** The checkout. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** What a build is made from, and what it makes. */
const inputs = [
  'src',
  'electron.vite.config.ts',
  'scripts/split-selectors.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const outputs = [
  'out/main/index.js',
  'out/main/lectern.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/player/player.js',
];
const stampFile = 'out/build-stamp';

/**
 * Builds where the last build is missing or was made from other files than those there now. A process that finds another
 * one building waits for it.
 */
export async function buildIfStale({ root = projectRoot, run = bundle, say = sayOnStderr } = {}) {
  if (!isStale(root)) return;
  await inTurn(root, say, async () => {
    if (!isStale(root)) return;
    const reason = stampIn(root) === null ? 'there is no build yet' : 'its sources changed since the last build';
    say(`Building Lectern: ${reason}…`);
    await buildAndStamp(root, run);
  });
}

/** Builds whatever the state of the last build. */
export async function build({ root = projectRoot, run = bundle, say = sayOnStderr } = {}) {
  await inTurn(root, say, () => buildAndStamp(root, run));
}

/** Whether the build in `root` is missing or was made from other files than those there now. */
export function isStale(root = projectRoot) {
  const stamp = stampIn(root);
  return stamp === null || stamp !== fingerprint(root) || !outputs.every((file) => fileIn(root, file) !== null);
}

function inTurn(root, say, work) {
  mkdirSync(join(root, 'out'), { recursive: true });
  return withLock(join(root, 'out', 'build.lock'), work, () => say('Waiting for another build of Lectern…'));
}

async function buildAndStamp(root, run) {
  // Taken before the build starts: a file edited while it runs makes the result stale.
  const made = fingerprint(root);
  rmSync(join(root, stampFile), { force: true });
  await run(root);
  writeFileSync(join(root, stampFile), made);
}

/** Names, sizes and times of all inputs: a few milliseconds, where reading them all would take far longer. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, root, input);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const stat = fileIn(root, path);
  if (stat === null) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, root, `${path}/${name}`);
  } else {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}

function fileIn(root, path) {
  return statSync(join(root, path), { throwIfNoEntry: false }) ?? null;
}

function stampIn(root) {
  return fileIn(root, stampFile) === null ? null : readFileSync(join(root, stampFile), 'utf8');
}

/** Runs electron-vite; what it has to say goes to standard error, where it cannot get into a command's output. */
function bundle(root) {
  const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed (electron-vite ended with ${code}).`));
    });
  });
}

function sayOnStderr(line) {
  process.stderr.write(`${line}\n`);
}
