import { z } from 'zod';
import { deckId, folderId } from './names.ts';
import { failure } from './failure.ts';

export const deckCard = z.object({
  deck: deckId,
  /** Path below the library's folder, with `/`. */
  name: z.string(),
  title: z.string(),
  slides: z.number(),
  /** Planned minutes, from the front matter. */
  minutes: z.number().nullable(),
  bytes: z.number(),
  /** Time of the last change, ISO 8601. */
  modified: z.string(),
  /** The file's text up to the end of its first slide, to draw the card's picture from. */
  opening: z.string(),
  /** Where the deck's images are served from; ends with `/`. */
  assets: z.string(),
  /** Why the deck cannot be opened, if it cannot. */
  problem: failure.nullable(),
});

/** A file that holds a whole deck: a bundle, or a PDF that its deck is attached to. */
export const packedDeck = z.object({
  deck: deckId,
  /** Path below the library's folder, with `/`. */
  name: z.string(),
  kind: z.enum(['zip', 'pdf']),
  bytes: z.number(),
  /** Time of the last change, ISO 8601. */
  modified: z.string(),
});

export const library = z.object({ folder: z.string(), decks: z.array(deckCard), packed: z.array(packedDeck) });

/** A file that a page was given, by its content: pages are not told where it is. */
export const givenFile = z.object({
  /** Its file name. */
  name: z.string().min(1).max(400),
  /** Its bytes in Base64. */
  data: z.base64().max(140_000_000),
});

/** A deck that was opened lately, wherever it is. */
export const recentDeck = z.object({
  deck: deckId,
  title: z.string(),
  /** The whole path, as shown to the user. */
  path: z.string(),
  /** When it was last opened, ISO 8601. */
  opened: z.string(),
});

export const recent = z.object({
  decks: z.array(recentDeck),
  /** Folders that were libraries lately, the latest first; the present one is not among them. */
  folders: z.array(z.object({ folder: folderId, path: z.string() })),
});

/** One folder of the machine, to choose from. */
export const folderListing = z.object({
  folder: folderId,
  path: z.string(),
  /** The folder above; `null` at the top. */
  parent: folderId.nullable(),
  /** The folders from the top down to this one, itself included. */
  trail: z.array(z.object({ folder: folderId, name: z.string() })),
  /** The folders in it, by name; hidden ones are left out. */
  folders: z.array(z.object({ folder: folderId, name: z.string() })),
  /** How many Markdown files lie in it, not counting those in folders below. */
  decks: z.number(),
  /** Places to start from: the home folder, drives. */
  places: z.array(z.object({ folder: folderId, name: z.string() })),
});

/** A slide that search found. */
export const searchHit = z.object({
  deck: deckId,
  /** Path of the deck below the library's folder. */
  name: z.string(),
  deckTitle: z.string(),
  /** Slide number from 1 in file order. */
  number: z.number(),
  /** What people call the slide: `3.1`. */
  label: z.string(),
  slideTitle: z.string(),
  hidden: z.boolean(),
  /** A part of what the slide or its notes say, around the first match. */
  excerpt: z.string(),
  /** Where the words that were looked for stand in `excerpt`: UTF-16 offsets, in order, not overlapping. */
  marks: z.array(z.tuple([z.number(), z.number()])),
  /** Whether the words stand in the notes, and not on the slide. */
  inNotes: z.boolean(),
  /** The words as they are written on the slide, to mark them in its picture. */
  words: z.array(z.string()),
  /** The slide's Markdown with its notes, to draw its picture from, cut at 16 KiB. */
  body: z.string(),
});

export const searchResult = z.object({
  hits: z.array(searchHit),
  /** How many slides match, those included that are not in `hits`. */
  total: z.number(),
  /** How many slides of how many decks were looked through. */
  slides: z.number(),
  decks: z.number(),
  /** For each deck in `hits`, what its slides' pictures need: its front matter, and where its images are served from. */
  looks: z.record(deckId, z.object({ front: z.string(), assets: z.string() })),
});

export type RecentDeck = z.infer<typeof recentDeck>;
export type Recent = z.infer<typeof recent>;
export type FolderListing = z.infer<typeof folderListing>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResult = z.infer<typeof searchResult>;
export type DeckCard = z.infer<typeof deckCard>;
export type Library = z.infer<typeof library>;
export type PackedDeckCard = z.infer<typeof packedDeck>;
