import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, Recovery } from '../contract/schemas/deck.ts';
import { z } from '../core/schema.ts';
import { isRunning } from './running.ts';
import { writeState } from './state-file.ts';
import { createTurns } from './turns.ts';

/** A program that lives touches its journals so often, in ms. */
const pulse = 20_000;
/** One that has not done so for this long has ended, or sleeps, in ms. */
const stopped = 60_000;
/** Journals older than this are removed, in ms. */
const oldest = 30 * 24 * 60 * 60 * 1000;

const schema = z.object({
  path: z.string(),
  at: z.iso.datetime(),
  pid: z.number().int(),
  text: z.string(),
  annotations: z.string().nullable(),
});

/** What a deck's files hold. */
export type Saved = Pick<JournalEntry, 'text' | 'annotations'>;

/** The journals of all hosts of this process. */
export interface Journals {
  /** @param pages The pages that the host serves at the moment, as anything that tells them apart. */
  open(pages: () => Iterable<unknown>): Journal;
}

/**
 * What is unsaved of one host's decks. A deck can have several journals: each is kept until the host that wrote it, or the
 * one that offered it, drops it.
 */
export interface Journal {
  write(path: string, entry: JournalEntry): Promise<void>;
  /** Everything of the deck is saved, or not wanted. Nothing of another window that still works on it is dropped. */
  drop(deck: string): Promise<void>;
  /** The latest that was left by somebody who is gone, and is not what the files hold anyway. */
  recover(deck: string, saved: Saved): Promise<Recovery | null>;
  /** The deck has another name now. */
  moved(from: string, to: string): Promise<void>;
  /** The host ends: what it did not drop can be offered to others. */
  close(): void;
}

/** The journal that a host writes at the moment for one deck. */
interface Current {
  readonly name: string;
  /** The pages there were when it was written: one of them wrote it. */
  readonly pages: ReadonlySet<unknown>;
}

/** @param stateFolder Where the program keeps its state; the journals are in a folder of it. */
export function createJournals(stateFolder: string): Journals {
  const folder = join(stateFolder, 'journal');
  const inTurn = createTurns();
  /** Names of the journals that hosts of this process are writing. */
  const live = new Set<string>();
  const timer = setInterval(() => {
    const now = new Date();
    for (const name of live) void utimes(join(folder, name), now, now).catch(() => undefined);
  }, pulse);
  timer.unref();
  void sweep(folder, Date.now());

  const remove = async (name: string): Promise<void> => {
    live.delete(name);
    await rm(join(folder, name), { force: true });
  };

  return {
    open(pages) {
      const current = new Map<string, Current>();
      const offered = new Map<string, Set<string>>();

      /** Which page wrote it cannot be told: once any of those that were there is gone, it may be what that one left. */
      const isLeft = ({ pages: then }: Current): boolean => {
        const now = new Set(pages());
        return [...then].some((page) => !now.has(page));
      };

      const isAlive = async (deck: string, name: string, pid: number): Promise<boolean> => {
        const own = current.get(deck);
        if (own?.name === name) return own.pages.size > 0 && !isLeft(own);
        if (live.has(name)) return true;
        if (pid === process.pid || !isRunning(pid)) return false;
        const stats = await stat(join(folder, name)).catch(() => null);
        return stats !== null && Date.now() - stats.mtimeMs < stopped;
      };

      return {
        write: (path, { deck, text, annotations }) =>
          inTurn(deck, async () => {
            const before = current.get(deck);
            // What a page left that is gone stays, until somebody was asked about it.
            const name =
              before !== undefined && !isLeft(before) ? before.name : `${deck}.${randomBytes(8).toString('hex')}.json`;
            const content = { path, at: new Date().toISOString(), pid: process.pid, text, annotations };
            await writeState(join(folder, name), JSON.stringify(content));
            if (before !== undefined && before.name !== name) live.delete(before.name);
            live.add(name);
            current.set(deck, { name, pages: new Set(pages()) });
          }),
        drop: (deck) =>
          inTurn(deck, async () => {
            const own = current.get(deck);
            const names = [...(own === undefined ? [] : [own.name]), ...(offered.get(deck) ?? [])];
            await Promise.all(names.map(remove));
            current.delete(deck);
            offered.delete(deck);
          }),
        recover: (deck, saved) =>
          inTurn(deck, async () => {
            const found: { readonly name: string; readonly recovery: Recovery }[] = [];
            for (const name of await journalsOf(folder, deck)) {
              const entry = await read(join(folder, name));
              if (entry === null || (await isAlive(deck, name, entry.pid))) continue;
              const { text, annotations, at } = entry;
              if (text === saved.text && annotations === saved.annotations) await remove(name);
              else found.push({ name, recovery: { text, annotations, at } });
            }
            const [latest] = found.toSorted((a, b) => b.recovery.at.localeCompare(a.recovery.at));
            if (latest === undefined) return null;
            offered.set(deck, new Set([...(offered.get(deck) ?? []), latest.name]));
            return latest.recovery;
          }),
        moved: (from, to) =>
          inTurn(from, async () => {
            for (const name of await journalsOf(folder, from)) {
              const next = `${to}${name.slice(from.length)}`;
              await rename(join(folder, name), join(folder, next)).catch(() => undefined);
              if (live.delete(name)) live.add(next);
              const own = current.get(from);
              if (own?.name === name) current.set(to, { ...own, name: next });
              if (offered.get(from)?.has(name) === true) offered.set(to, new Set([...(offered.get(to) ?? []), next]));
            }
            current.delete(from);
            offered.delete(from);
          }),
        close() {
          for (const { name } of current.values()) live.delete(name);
          current.clear();
        },
      };
    },
  };
}

async function journalsOf(folder: string, deck: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(`${deck}.`) && name.endsWith('.json'));
}

async function read(path: string): Promise<z.infer<typeof schema> | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Broken, or just dropped: it stays for whoever wants to look, and goes when it is old.
    return null;
  }
}

/** Removes what nobody came back for. */
async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats !== null && now - stats.mtimeMs > oldest) await rm(path, { force: true }).catch(() => undefined);
  }
}
