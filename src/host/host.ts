import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import type { CreateOutcome } from '../contract/schemas/deck.ts';
import type { Handlers, HostEvent } from '../contract/table.ts';
import { saveCopy } from './annotation-copy.ts';
import { createCurrentLibrary } from './current-library.ts';
import { createDeckFile } from './deck-creation.ts';
import { createDeckFolder } from './deck-folder.ts';
import { createDeckRegistry, type DeckEntry, type DeckRegistry } from './deck-registry.ts';
import { createDeckWatch } from './deck-watch.ts';
import { type ChooseTarget, createExportService } from './export/export-service.ts';
import { writtenFormats } from './export/exporter.ts';
import type { Writer } from './export/writer.ts';
import { Failure } from '../core/failure.ts';
import { readFailure } from './file-failure.ts';
import { listFolder, nearestFolder, realFolder } from './folder-listing.ts';
import { createFolderRegistry } from './folder-registry.ts';
import { localFiles } from './local-files.ts';
import { createOpenDecks } from './open-decks.ts';
import { packedKind } from './packed/packed-name.ts';
import { readPacked } from './packed/read-packed.ts';
import { unpackDeck, unpackInto } from './packed/unpack-deck.ts';
import { addPicture } from './picture-store.ts';
import { places } from './places.ts';
import { recentlyUsed } from './recently-used.ts';
import { createSite, deckAssets, type Site } from './site.ts';
import type { State } from './state.ts';
import { createTurns } from './turns.ts';
import { browserWindow, type WindowPort } from './window-port.ts';

export interface HostOptions {
  /** The library's folder. */
  readonly folder: string;
  /** A deck to show first, if any; it need not lie in the folder. */
  readonly open?: string;
  readonly version: string;
  readonly shell: 'browser' | 'desktop';
  /** The folder of the built renderer. */
  readonly bundle: string;
  /** Makes exports. */
  readonly write: Writer;
  readonly chooseTarget: ChooseTarget;
  /** What the program remembers: one for all hosts of a process. */
  readonly state: State;
  /** Whether the shell checks spelling with what is on this machine. */
  readonly spelling?: boolean;
  readonly window?: WindowPort;
  /** Shows a file in the system's file manager. Throws a Failure if it cannot. */
  readonly reveal: (path: string) => Promise<void>;
  /** Opens a file with the program that the system has for it; absent where files go elsewhere. Throws a Failure. */
  readonly openFile?: (path: string) => Promise<void>;
}

/** What both shells are made of: the calls, the events and the files of one window or server. */
export interface Host {
  readonly handlers: Handlers;
  readonly site: Site;
  readonly decks: DeckRegistry;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Resolves when every folder that is to be watched by now is watched, or is known not to be watchable. */
  watching(): Promise<void>;
  close(): Promise<void>;
}

/** Throws a Failure if the folder or the deck to open is not there. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { version, shell, bundle, write, chooseTarget, state, reveal } = options;
  const { spelling = true, window = browserWindow } = options;
  const decks = createDeckRegistry();
  const folders = createFolderRegistry();
  const first = options.open === undefined ? null : await decks.admit(await unpacked(options.open));
  const inTurn = createTurns();
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent): void => {
    opened.told(event);
    library.search.noticed(event);
    listeners.forEach((listener) => listener(event));
  };
  const watch = createDeckWatch({ inTurn, emit });
  const journal = state.journals.open(() => listeners);
  let watched: Promise<void> = Promise.resolve();

  /** Watching is a comfort: a failure of it must not keep a deck from opening, and saves check the file anyway. */
  const watchAll = (): void => {
    const started = watch.watchFolders([...library.holding(), ...opened.folders()]).catch(() => undefined);
    watched = Promise.all([watched, started]).then(() => undefined);
  };

  const libraryChanged = (): void => emit({ name: 'library.changed', payload: {} });
  const opened = createOpenDecks({
    decks,
    watch,
    journal,
    recent: state.recent,
    inTurn,
    assets: deckAssets,
    emit,
    onOpen: watchAll,
  });
  const library = createCurrentLibrary({
    folder: await realFolder(resolve(options.folder)),
    decks,
    open: (folder) => createDeckFolder({ folder, registry: decks, assets: deckAssets, isOpen: opened.isOpen }),
    onListed(isBack) {
      // To the system it is another folder than the one that was watched.
      if (isBack) void watch.restart().catch(() => undefined);
      watchAll();
    },
    onReturn: libraryChanged,
  });

  const exports = createExportService({ write, chooseTarget, emit });

  /** A deck under a name that pages do not know yet. */
  const outcome = (entry: DeckEntry): CreateOutcome => {
    libraryChanged();
    return { deck: entry.deck, name: entry.name, path: entry.path };
  };

  const handlers: Handlers = {
    'app.describe': async () => ({
      version,
      shell,
      folder: library.folder(),
      open: first?.deck ?? null,
      spelling,
      formats: writtenFormats,
      settings: await state.settings.read(),
    }),
    'settings.write': async ({ settings }) => state.settings.write(settings),
    'library.list': library.list,
    'library.recent': async () => recentlyUsed(state.recent, decks, folders, library.folder()),
    'library.choose': async (request) => {
      const folder = await realFolder(folders.get(request.folder));
      const listed = await library.choose(folder);
      await state.recent.folderUsed(folder);
      libraryChanged();
      return listed;
    },
    'library.search': library.search.search,
    'folder.list': async ({ folder }) => {
      const path = folder === null ? await nearestFolder(library.folder()) : folders.get(folder);
      return listFolder(path, folders, await places({ platform: process.platform, home: homedir() }));
    },
    'deck.glance': async ({ deck }) => opened.glance(decks.get(deck)),
    'deck.open': async ({ deck }) => opened.open(decks.get(deck)),
    'deck.create': async ({ beside, folder, ...deck }) => {
      const shown = beside === null ? null : decks.get(beside).folder;
      const target = folder === null ? (shown ?? library.folder()) : folders.get(folder);
      const path = await createDeckFile({ ...deck, folder: await realFolder(target), filesFrom: shown });
      opened.made(path);
      return outcome(await decks.admit(path));
    },
    'deck.unpack': async ({ deck }) => {
      const { path } = decks.get(deck);
      return outcome(await decks.admit(await inTurn(path, () => unpackDeck(path))));
    },
    'deck.unpackFile': async ({ name, data }) => {
      const packed = readPacked(name, Buffer.from(data, 'base64'));
      const to = library.folder();
      return outcome(await decks.admit(await inTurn(`${to} ${name}`, () => unpackInto(to, basename(name), packed))));
    },
    'deck.rename': async ({ deck, name }) => {
      const { path } = decks.get(deck);
      const renamed = await opened.rename(decks.get(deck), name);
      await state.exports.deckMoved(path, renamed.path);
      return outcome(renamed);
    },
    'deck.reveal': async ({ deck }) => {
      const { path } = decks.get(deck);
      await stat(path).catch((error: unknown) => {
        throw readFailure(error, path);
      });
      await reveal(path);
      return {};
    },
    'deck.files': async ({ deck }) => ({ files: await localFiles(decks.get(deck).folder) }),
    'image.add': async (request) => {
      const entry = decks.get(request.deck);
      return inTurn(`${entry.folder} images`, () => addPicture(entry, request));
    },
    'journal.write': async (entry) => {
      await journal.write(decks.get(entry.deck).path, entry);
      return {};
    },
    'journal.drop': async ({ deck }) => {
      await journal.drop(decks.get(deck).deck);
      return {};
    },
    'deck.save': opened.saveDeck,
    'annotations.save': opened.saveAnnotations,
    'annotations.copy': async (request) => saveCopy(request, decks.get(request.deck).path, chooseTarget),
    'annotations.read': async ({ name, data }) =>
      (await import('./review/read-review.ts')).readReview(basename(name), Buffer.from(data, 'base64')),
    'export.run': async (request) => {
      const { path } = decks.get(request.deck);
      const outcome = await exports.run({ ...request, deckPath: path });
      if (outcome.outcome === 'exported') await state.exports.exported(path, request.options);
      return outcome;
    },
    'export.cancel': async ({ job }) => {
      exports.cancel(job);
      return {};
    },
    'export.last': async ({ deck }) => ({ options: await state.exports.last(decks.get(deck).path) }),
    'export.show': async ({ job, how }) => {
      const path = exports.written(job);
      if (path === null || options.openFile === undefined) throw notHere();
      await (how === 'open' ? options.openFile(path) : reveal(path));
      return {};
    },
    'window.awake': async ({ on }) => {
      window.keepAwake(on);
      return {};
    },
    'window.commands': async ({ ready }) => {
      window.showCommands(ready);
      return {};
    },
    'window.settled': async ({ atRisk }) => {
      window.settled(atRisk);
      return {};
    },
  };

  const unfollow = state.settings.subscribe((settings) => emit({ name: 'settings.changed', payload: { settings } }));
  void state.recent.folderUsed(library.folder());
  return {
    handlers,
    site: createSite({ bundle, decks }),
    decks,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async watching() {
      opened.settle();
      await watched;
    },
    async close() {
      unfollow();
      journal.close();
      library.close();
      opened.close();
      // Reading waits for what is being written.
      await Promise.all([watch.close(), exports.close(), state.recent.read()]);
    },
  };
}

/** The deck that a path means: itself, or what a bundle or a PDF holds, unpacked beside it. */
async function unpacked(path: string): Promise<string> {
  return packedKind(path) === null ? path : unpackDeck(resolve(path));
}

function notHere(): Failure {
  return new Failure({
    code: 'missing',
    message: 'Where this export went is not known here.',
    wayOut: 'Look in your downloads.',
  });
}
