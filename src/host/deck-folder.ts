import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { DeckCard, Library, PackedDeckCard } from '../contract/schemas/library.ts';
import type { CardContent } from './deck-card.ts';
import type { DeckRegistry } from './deck-registry.ts';
import { folderFailure } from './file-failure.ts';
import { holdsDeck } from './packed/holds-deck.ts';
import { packedKind } from './packed/packed-name.ts';
import { inParallel } from './parallel.ts';

/** How far a library reaches: what is beyond is not listed, so that a whole home folder does not stall it. */
export const libraryLimits = { depth: 8, folders: 5000, decks: 10_000, packed: 2000 } as const;

const markdown = /\.(?:md|markdown)$/i;

/** Whether a file of this name may be a deck. */
export function isMarkdownName(name: string): boolean {
  return markdown.test(name) && !name.startsWith('.');
}

export interface DeckFolder {
  /** The decks in the folder and below it, by name. Admits each to the registry. Throws a Failure if the folder is gone. */
  list(): Promise<Library>;
  /** The folders that hold the decks last listed, the library's own first. */
  folders(): readonly string[];
}

export interface DeckFolderOptions {
  /** The library's folder, absolute. */
  readonly folder: string;
  readonly registry: DeckRegistry;
  /** Base address of deck images; ends with `/`. */
  readonly assets: string;
  /** Whether somebody opened this file as a deck, which makes it one whatever is in it. */
  readonly isOpen: (path: string) => boolean;
}

/** Files are waited for together, not one after the other. */
const readsAtOnce = 16;

const order = new Intl.Collator('en', { numeric: true });
const byName = (a: { readonly name: string }, b: { readonly name: string }) => order.compare(a.name, b.name);

/** What reads a deck is loaded with the first one: a window opens sooner without it. */
async function readCard(path: string, asked: boolean): Promise<CardContent | null> {
  const { cardContent } = await import('./deck-card.ts');
  return cardContent(path, basename(path), asked);
}

/** The library of one folder. Files are read again only when they changed. */
export function createDeckFolder({ folder, registry, assets, isOpen }: DeckFolderOptions): DeckFolder {
  let cards = new Map<string, { readonly version: string; readonly content: CardContent | null }>();
  let packs = new Map<string, { readonly version: string; readonly holdsDeck: boolean }>();
  let holding: readonly string[] = [folder];

  return {
    async list() {
      const seen: typeof cards = new Map();
      const decks: DeckCard[] = [];
      const found = await findFiles(folder);
      await inParallel(readsAtOnce, found.markdown, async (path) => {
        if (decks.length >= libraryLimits.decks) return;
        const stats = await stat(path).catch(() => null);
        // Pipes and devices are no decks, nor is a link that leads nowhere.
        if (stats === null || !stats.isFile()) return;
        const asked = isOpen(path);
        const version = `${stats.ino} ${stats.size} ${stats.mtimeMs} ${asked}`;
        const known = cards.get(path);
        const content = known?.version === version ? known.content : await readCard(path, asked);
        seen.set(path, { version, content });
        if (content !== null) decks.push(await card(path, stats, content));
      });
      cards = seen;
      holding = [
        ...new Set([folder, ...[...seen].filter(([, { content }]) => content !== null).map(([path]) => dirname(path))]),
      ];
      const packed = await listPacked(found.packed);
      return { folder, decks: decks.toSorted(byName), packed: packed.toSorted(byName) };
    },
    folders: () => holding,
  };

  async function listPacked(paths: readonly string[]): Promise<PackedDeckCard[]> {
    const seen: typeof packs = new Map();
    const listed: PackedDeckCard[] = [];
    await inParallel(readsAtOnce, paths, async (path) => {
      const [kind, stats] = [packedKind(path), await stat(path).catch(() => null)];
      if (kind === null || stats === null || !stats.isFile()) return;
      const version = `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
      const known = packs.get(path);
      const holds = known?.version === version ? known.holdsDeck : await holdsDeck(path);
      seen.set(path, { version, holdsDeck: holds });
      if (!holds) return;
      const { deck } = await registry.admit(path);
      const name = relative(folder, path).split(sep).join('/');
      listed.push({ deck, name, kind, bytes: stats.size, modified: stats.mtime.toISOString() });
    });
    packs = seen;
    return listed;
  }

  async function card(path: string, stats: Stats, content: CardContent): Promise<DeckCard> {
    const { deck } = await registry.admit(path);
    return {
      ...content,
      deck,
      name: relative(folder, path).split(sep).join('/'),
      bytes: stats.size,
      modified: stats.mtime.toISOString(),
      assets: `${assets}${deck}/`,
    };
  }
}

interface FoundFiles {
  readonly markdown: readonly string[];
  /** Files that may hold a deck. */
  readonly packed: readonly string[];
}

/**
 * The Markdown files in `root` and below, nearest first, and those that may hold a deck. Links to files count; links to folders are not followed, so
 * that no loop and no way out of the folder can come from them.
 */
async function findFiles(root: string): Promise<FoundFiles> {
  const [markdownFiles, packed]: [string[], string[]] = [[], []];
  let level = [root];
  let visited = 0;
  for (let depth = 0; depth <= libraryLimits.depth && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      visited += 1;
      if (visited > libraryLimits.folders) return { markdown: markdownFiles, packed };
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
        if (folder === root) throw folderFailure(error, root);
        return [];
      });
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && entry.name !== 'node_modules') next.push(path);
        } else if (isMarkdownName(entry.name)) markdownFiles.push(path);
        else if (packedKind(entry.name) !== null && packed.length < libraryLimits.packed) packed.push(path);
      }
    }
    level = next;
  }
  return { markdown: markdownFiles, packed };
}
