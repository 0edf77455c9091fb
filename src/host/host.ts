import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OpenDeck, SaveOutcome, SaveRequest, Sidecar } from '../contract/schemas.ts';
import type { Handlers, HostEvent } from '../contract/table.ts';
import { asFailure, Failure } from '../core/failure.ts';
import { readDeckFile, saveDeckFile, sidecarPath } from './deck-file.ts';
import { createDeckFolder } from './deck-folder.ts';
import { createDeckRegistry, type DeckEntry, type DeckRegistry } from './deck-registry.ts';
import { createDeckWatch } from './deck-watch.ts';
import type { ExportService } from './export-service.ts';
import { readFailure } from './file-failure.ts';
import { sweepOrphans } from './orphan-sweep.ts';
import { createSite, type Site } from './site.ts';
import { readOnlyReason, readTextFile, type TextSave } from './text-file.ts';
import { createTurns } from './turns.ts';

type FileEvent = 'deck.changed' | 'annotations.changed';

export interface HostOptions {
  /** The library's folder. */
  readonly folder: string;
  /** A deck to show first, if any; it need not lie in the folder. */
  readonly open?: string;
  readonly version: string;
  readonly shell: 'browser' | 'desktop';
  /** The folder of the built renderer. */
  readonly bundle: string;
  /** Base address of deck images, ending with `/`: `/deck/` (the default) or an origin of their own. */
  readonly assets?: string;
  readonly exportPdf: ExportService;
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
  const { version, shell, bundle, assets = '/deck/', exportPdf } = options;
  const folder = await libraryFolder(options.folder);
  const decks = createDeckRegistry();
  const first = options.open === undefined ? null : await decks.admit(options.open);
  // Whether each deck that was opened has a byte order mark, for the case that its file goes and comes back.
  const marked = new Map<string, boolean>();
  const library = createDeckFolder({ folder, registry: decks, assets, isOpen: (path) => marked.has(path) });
  const inTurn = createTurns();
  const listeners = new Set<(event: HostEvent) => void>();
  // What the pages were last told of each file.
  const told = new Map<string, string | null>();
  const emit = (event: HostEvent): void => {
    if (event.name !== 'library.changed') told.set(`${event.name} ${event.payload.deck}`, event.payload.revision);
    listeners.forEach((listener) => listener(event));
  };
  const watch = createDeckWatch({ inTurn, emit });
  const opened = new Set<string>();
  let watched: Promise<void> = Promise.resolve();

  /** Watching is a comfort: a failure of it must not keep a deck from opening, and saves check the file anyway. */
  const watchAll = (): void => {
    const started = watch.watchFolders([...library.folders(), ...opened]).catch(() => undefined);
    watched = Promise.all([watched, started]).then(() => undefined);
  };

  /** A page that reads a file may be ahead of the watching; other pages that show it are told all the same. */
  const found = (name: FileEvent, deck: string, revision: string | null): void => {
    const before = told.get(`${name} ${deck}`);
    if (before === undefined) told.set(`${name} ${deck}`, revision);
    else if (before !== revision) emit({ name, payload: { deck, revision } });
  };

  const open = async (entry: DeckEntry): Promise<OpenDeck> => {
    const beside = sidecarPath(entry.path);
    await Promise.all([sweepOrphans(entry.path), sweepOrphans(beside)]);
    const file = await readDeckFile(entry.path);
    const annotations = await readSidecar(beside);
    found('deck.changed', entry.deck, file.revision);
    if (annotations.problem === null) found('annotations.changed', entry.deck, annotations.revision);
    marked.set(entry.path, file.bom);
    opened.add(entry.folder);
    watch.watchFile({ path: entry.path, deck: entry.deck, event: 'deck.changed', revision: file.revision });
    watch.watchFile({ path: beside, deck: entry.deck, event: 'annotations.changed', revision: annotations.revision });
    watchAll();
    return {
      deck: entry.deck,
      name: entry.name,
      path: entry.path,
      text: file.text,
      revision: file.revision,
      readOnly: await readOnlyReason(entry.path),
      annotations,
      assets: `${assets}${entry.deck}/`,
    };
  };

  const save = async (path: string, name: FileEvent, { deck, text, base }: SaveRequest): Promise<SaveOutcome> => {
    const request: TextSave = { text, base, bom: marked.get(path) ?? false };
    const outcome = await saveDeckFile(path, request);
    if (outcome.outcome === 'changed-on-disk') return outcome;
    watch.wrote(path, outcome.revision);
    // Another page may show the same deck; the one that saved knows this revision from its reply.
    emit({ name, payload: { deck, revision: outcome.revision } });
    return outcome;
  };

  const handlers: Handlers = {
    'app.describe': async () => ({ version, shell, folder, open: first?.deck ?? null }),
    'library.list': async () => {
      const listed = await library.list();
      watchAll();
      return listed;
    },
    'deck.open': async ({ deck }) => {
      const entry = decks.get(deck);
      return inTurn(entry.path, () => open(entry));
    },
    'deck.save': async (request) => {
      const { path } = decks.get(request.deck);
      return inTurn(path, () => save(path, 'deck.changed', request));
    },
    'annotations.save': async (request) => {
      const path = sidecarPath(decks.get(request.deck).path);
      return inTurn(path, () => save(path, 'annotations.changed', request));
    },
    'export.pdf': async (request) => exportPdf({ ...request, deckPath: decks.get(request.deck).path }),
  };

  return {
    handlers,
    site: createSite({ bundle, decks, assets }),
    decks,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watching: () => watched,
    close: () => watch.close(),
  };
}

async function libraryFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    if ((await stat(path)).isDirectory()) return await realpath(path);
  } catch (error) {
    throw readFailure(error, path);
  }
  throw new Failure({
    code: 'not-a-file',
    message: `${path} is not a folder.`,
    place: { file: path },
    wayOut: 'Choose the folder that your decks are in.',
  });
}

/** A sidecar that cannot be read does not keep its deck from opening. */
async function readSidecar(path: string): Promise<Sidecar> {
  try {
    const { text, revision } = await readTextFile(path);
    return { text, revision, problem: null };
  } catch (error) {
    const failure = asFailure(error);
    return { text: null, revision: null, problem: failure.code === 'missing' ? null : failure.toJSON() };
  }
}
