import type {
  DeckGlance,
  OpenDeck,
  SaveOutcome,
  SaveRequest,
  SidecarSaveOutcome,
  SidecarSaveRequest,
} from '../contract/schemas/deck.ts';
import type { HostEvent } from '../contract/table.ts';
import { readDeckFile, saveDeckFile, sidecarPath } from './deck-file.ts';
import type { DeckEntry, DeckRegistry } from './deck-registry.ts';
import { renameDeckFile } from './deck-rename.ts';
import type { DeckWatch } from './deck-watch.ts';
import type { Journal } from './journal.ts';
import { createPutOff } from './put-off.ts';
import { sweepOrphans } from './orphan-sweep.ts';
import type { RecentStore } from './recent-store.ts';
import { readSidecar, saveSidecar } from './sidecar-file.ts';
import { readBeginning, readOnlyReason, type TextSave } from './text-file.ts';
import type { Turns } from './turns.ts';

/** A deck's title stands at its beginning: a long one is not read whole for it. In UTF-16 code units. */
const longestBeginning = 64 * 1024;

/** The first slides of a deck are hardly ever longer. In bytes. */
const longestGlance = 64 * 1024;

/** Milliseconds after which that is done which opening a deck does not wait for. */
const pause = 1000;

type FileEvent = 'deck.changed' | 'annotations.changed';

/** The decks that pages opened. */
export interface OpenDecks {
  /** What a page can show before it opens the deck. */
  glance(entry: DeckEntry): Promise<DeckGlance>;
  open(entry: DeckEntry): Promise<OpenDeck>;
  saveDeck(request: SaveRequest): Promise<SaveOutcome>;
  saveAnnotations(request: SidecarSaveRequest): Promise<SidecarSaveOutcome>;
  /** Gives a deck another name, and answers with the deck that it is from then on. */
  rename(entry: DeckEntry, name: string): Promise<DeckEntry>;
  /** A deck that was made for a page: whatever is in it, it is one. */
  made(path: string): void;
  isOpen(path: string): boolean;
  /** The folders that they are in. */
  folders(): readonly string[];
  /** Notes what pages are told. */
  told(event: HostEvent): void;
  /** Does at once what the opening of decks put off. */
  settle(): void;
  close(): void;
}

export interface OpenDecksOptions {
  readonly decks: DeckRegistry;
  readonly watch: DeckWatch;
  readonly journal: Journal;
  readonly recent: RecentStore;
  /** A file is read, written and looked at by one at a time. */
  readonly inTurn: Turns;
  /** Base address of deck images; ends with `/`. */
  readonly assets: string;
  readonly emit: (event: HostEvent) => void;
  /** Called when a deck is open: its folder is to be watched. */
  readonly onOpen: () => void;
}

export function createOpenDecks(options: OpenDecksOptions): OpenDecks {
  const { decks, watch, journal, recent, inTurn, assets, emit, onOpen } = options;
  // Whether each deck that was opened has a byte order mark, for the case that its file goes and comes back.
  const marked = new Map<string, boolean>();
  const folders = new Set<string>();
  // What the pages were last told of each file.
  const told = new Map<string, string | null>();

  /** A page that reads a file may be ahead of the watching; other pages that show it are told all the same. */
  const found = (name: FileEvent, deck: string, revision: string | null): void => {
    const before = told.get(`${name} ${deck}`);
    if (before === undefined) told.set(`${name} ${deck}`, revision);
    else if (before !== revision) emit({ name, payload: { deck, revision } });
  };

  const putOff = createPutOff(pause);
  const assetsOf = (entry: DeckEntry): string => `${assets}${entry.deck}/`;

  const glance = async (entry: DeckEntry): Promise<DeckGlance> => ({
    ...(await readBeginning(entry.path, longestGlance)),
    assets: assetsOf(entry),
  });

  const open = async (entry: DeckEntry): Promise<OpenDeck> => {
    const beside = sidecarPath(entry.path);
    const file = await readDeckFile(entry.path);
    const annotations = await readSidecar(beside);
    found('deck.changed', entry.deck, file.revision);
    if (annotations.problem === null) found('annotations.changed', entry.deck, annotations.revision);
    marked.set(entry.path, file.bom);
    folders.add(entry.folder);
    watch.watchFile({ path: entry.path, deck: entry.deck, event: 'deck.changed', revision: file.revision });
    watch.watchFile({ path: beside, deck: entry.deck, event: 'annotations.changed', revision: annotations.revision });
    void recent.deckOpened(entry.path);
    putOff.add(() => {
      onOpen();
      for (const path of [entry.path, beside]) void sweepOrphans(path);
      void titleOf(file.text).then((title) => (title === '' ? undefined : recent.deckTitled(entry.path, title)));
    });
    return {
      deck: entry.deck,
      name: entry.name,
      path: entry.path,
      text: file.text,
      revision: file.revision,
      assets: assetsOf(entry),
      readOnly: await readOnlyReason(entry.path),
      annotations,
      recovery: await journal.recover(entry.deck, { text: file.text, annotations: annotations.text }),
    };
  };

  const textSave = (path: string, { text, base }: SaveRequest): TextSave => ({
    text,
    base,
    bom: marked.get(path) ?? false,
  });

  /** What was written is told to other pages that show the deck; the one that saved knows it from its reply. */
  const written = (path: string, name: FileEvent, deck: string, outcome: SaveOutcome): void => {
    if (outcome.outcome !== 'saved') return;
    watch.wrote(path, outcome.revision);
    emit({ name, payload: { deck, revision: outcome.revision } });
  };

  const rename = async (from: DeckEntry, name: string): Promise<DeckEntry> => {
    const path = await renameDeckFile(from.path, name);
    if (path === from.path) return from;
    for (const old of [from.path, sidecarPath(from.path)]) watch.forget(old);
    const to = await decks.moved(from.deck, path);
    marked.set(to.path, marked.get(from.path) ?? false);
    marked.delete(from.path);
    await journal.moved(from.deck, to.deck);
    await recent.deckMoved(from.path, to.path);
    return to;
  };

  return {
    glance,
    open: (entry) => inTurn(entry.path, () => open(entry)),
    async saveDeck(request) {
      const { path } = decks.get(request.deck);
      return inTurn(path, async () => {
        const outcome = await saveDeckFile(path, textSave(path, request));
        written(path, 'deck.changed', request.deck, outcome);
        return outcome;
      });
    },
    async saveAnnotations(request) {
      const path = sidecarPath(decks.get(request.deck).path);
      return inTurn(path, async () => {
        const outcome = await saveSidecar(path, textSave(path, request), request.damaged);
        written(path, 'annotations.changed', request.deck, outcome);
        return outcome;
      });
    },
    rename: (entry, name) => inTurn(entry.path, () => inTurn(sidecarPath(entry.path), () => rename(entry, name))),
    made: (path) => void marked.set(path, false),
    isOpen: (path) => marked.has(path),
    folders: () => [...folders],
    told(event) {
      if (event.name === 'deck.changed' || event.name === 'annotations.changed')
        told.set(`${event.name} ${event.payload.deck}`, event.payload.revision);
    },
    settle: putOff.now,
    close: putOff.close,
  };
}

/** For the list of recent decks; '' where a deck has none. What reads a deck is loaded then: the page reads its own. */
async function titleOf(text: string): Promise<string> {
  const [{ createDeck }, { deckTitle }] = await Promise.all([
    import('../core/deck/deck-state.ts'),
    import('../core/deck/summary.ts'),
  ]);
  return deckTitle(createDeck(text.slice(0, longestBeginning)));
}
