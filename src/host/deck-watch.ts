import type { FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { HostEvent } from '../contract/table.ts';
import { isSidecarName } from './deck-file.ts';
import { isMarkdownName } from './deck-folder.ts';
import { errorCode } from './file-failure.ts';
import { currentRevision } from './text-file.ts';
import { createTurns, type Turns } from './turns.ts';

/** A file is looked at this long after its last sign of change, and twice this far apart until it holds still; in ms. */
const pause = 100;
/** After so many looks a file that never holds still is reported as it is. */
const mostLooks = 50;
/** How often files are looked at where the system cannot watch them, in ms. */
const pollingInterval = 2000;

/** What the system answers when it has no more watches or handles to give. */
const exhausted: readonly string[] = ['ENOSPC', 'EMFILE', 'ENFILE'];

/** A file of an open deck. */
export interface WatchedFile {
  readonly path: string;
  readonly deck: string;
  readonly event: 'deck.changed' | 'annotations.changed';
  /** What the host last read or wrote there; `null` where there was no file. */
  readonly revision: string | null;
}

/** Tells of changes on the disk that did not come from this host. */
export interface DeckWatch {
  /** Watches these folders, without what is below them, and no others. Resolves when it does. */
  watchFolders(folders: readonly string[]): Promise<void>;
  /** Watches a file of an open deck, in a watched folder. Its changes are told by content, not by date. */
  watchFile(file: WatchedFile): void;
  /** A file is not of interest any more: the host itself moved it away. */
  forget(path: string): void;
  /** Begins anew: a folder that was gone is there again, and is another one to the system. */
  restart(): Promise<void>;
  /** The host itself wrote this to a watched file: not a change to tell of. */
  wrote(path: string, revision: string): void;
  close(): Promise<void>;
}

export interface DeckWatchOptions {
  readonly emit: (event: HostEvent) => void;
  /** The turns that saves take, too: a file is never looked at while it is being saved. */
  readonly inTurn: Turns;
}

export function createDeckWatch({ emit, inTurn }: DeckWatchOptions): DeckWatch {
  const files = new Map<string, WatchedFile>();
  const timers = new Map<string, NodeJS.Timeout>();
  const starts = createTurns();
  let folders: readonly string[] = [];
  let watcher: FSWatcher | null = null;
  let backend: 'auto' | 'polling' = 'auto';
  let closed = false;

  const later = (key: string, task: () => void): void => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        task();
      }, pause),
    );
  };

  const noticed = (path: string): void => {
    if (files.has(path)) later(path, () => void inTurn(path, () => look(path)).catch(() => undefined));
    else if (!isSidecarName(path)) later('', () => emit({ name: 'library.changed', payload: {} }));
  };

  /** Tells of a change of content, once the content holds still. */
  const look = async (path: string): Promise<void> => {
    let now = await currentRevision(path);
    if (now === files.get(path)?.revision) return;
    for (let looks = 1; looks < mostLooks && !closed; looks += 1) {
      await wait(pause);
      const again = await currentRevision(path);
      if (again === now) break;
      now = again;
    }
    const file = files.get(path);
    if (closed || file === undefined || file.revision === now) return;
    files.set(path, { ...file, revision: now });
    emit({ name: file.event, payload: { deck: file.deck, revision: now } });
    if (file.event === 'deck.changed') emit({ name: 'library.changed', payload: {} });
  };

  const start = async (): Promise<void> => {
    await watcher?.close();
    // Loaded with the first folder: a window opens sooner without it.
    const { watch } = await import('chokidar');
    if (closed) return;
    const next = watch([...folders], {
      backend,
      depth: 0,
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      pollingInterval,
      ignored: (path, stats) => stats?.isFile() === true && !isMarkdownName(basename(path)) && !isSidecarName(path),
    });
    watcher = next;
    next.on('all', (event, path) => {
      if (event === 'unlinkDir' || !folders.includes(path)) noticed(path);
    });
    await new Promise<void>((resolve) => {
      next.once('ready', () => resolve());
      next.on('error', (error) => {
        if (backend !== 'auto' || !exhausted.includes(errorCode(error))) return;
        // The system's watches are used up. Looking at the files' dates costs more and finds the same.
        backend = 'polling';
        void starts('', start);
        resolve();
      });
    });
    // What changed before the watching began shows in the content: of the open files, and of the folders.
    for (const path of files.keys()) noticed(path);
    later('', () => emit({ name: 'library.changed', payload: {} }));
  };

  const begin = async (): Promise<void> => {
    await starts('', start);
    // The start may have asked for another one that polls.
    await starts('', () => Promise.resolve());
  };

  return {
    async watchFolders(wanted) {
      if (wanted.length === folders.length && wanted.every((folder) => folders.includes(folder))) return;
      folders = [...new Set(wanted)];
      await begin();
    },
    watchFile(file) {
      files.set(file.path, file);
    },
    forget(path) {
      files.delete(path);
    },
    restart: begin,
    wrote(path, revision) {
      const file = files.get(path);
      if (file !== undefined) files.set(path, { ...file, revision });
    },
    async close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await watcher?.close();
    },
  };
}
