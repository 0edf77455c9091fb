#!/usr/bin/env node
// Runs on any Node that has ES modules, to be able to say what is missing: keep to old syntax and to node: modules here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const ownNode = here(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

if (major > 22 || (major === 22 && minor >= 12)) {
  await start();
} else if (existsSync(ownNode)) {
  runAgainWith(ownNode);
} else {
  fail(
    `Lectern needs Node 22.12 or later; this is ${process.versions.node}. Install a newer Node, or run npm ci in the checkout.`,
  );
}

/** In a checkout the build follows the sources; an installed package has no sources. */
async function start() {
  try {
    if (existsSync(here('../src'))) await (await import('../scripts/build-if-stale.js')).buildIfStale();
  } catch (error) {
    fail(error.message);
    return;
  }
  await import('../out/main/lectern.js');
}

function runAgainWith(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Lectern’s own Node cannot be started: ${error.message}.`));
  child.on('close', (code) => process.exit(code === null ? 1 : code));
}

function here(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
