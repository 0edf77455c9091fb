import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** How often a waiting process looks again, and when it gives up, in milliseconds. */
const interval = 100;
const patience = 300_000;

/**
 * Runs `work` while holding the lock file `path`, which names the process that holds it. Where another one does, calls
 * `onWait` once and waits; the lock of a process that no longer lives is taken over.
 */
export async function withLock(path, work, onWait = () => {}) {
  await acquire(path, onWait);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire(path, onWait) {
  const deadline = Date.now() + patience;
  for (let waited = false; !tryToHold(path); waited = true) {
    const owner = ownerOf(path);
    if (owner !== null && !isAlive(owner)) {
      takeAway(path, owner);
      continue;
    }
    if (Date.now() > deadline)
      throw new Error(`Another build has held ${path} for five minutes. Delete that file to go on.`);
    if (!waited) onWait();
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

function tryToHold(path) {
  // Written apart and then linked: nobody ever reads a lock file that does not name its owner yet.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes the lock of a dead process, and puts back one that a living process took in the meantime. */
function takeAway(path, dead) {
  const aside = `${path}.aside.${process.pid}`;
  try {
    renameSync(path, aside);
    if (ownerOf(aside) !== dead) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
