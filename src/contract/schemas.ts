import { z } from 'zod';

/** An opaque name that the host gave a deck. The renderer never sends a path. */
export const deckId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** SHA-256 of a file's bytes, in hex. */
export const revision = z.string().regex(/^[0-9a-f]{64}$/);

/** The text of a deck is refused above 64 MiB, as its file is. */
const deckText = z.string().max(64 * 1024 * 1024);

export const failure = z.object({
  code: z.string(),
  message: z.string(),
  place: z.object({ file: z.string(), line: z.number(), column: z.number() }).partial().optional(),
  wayOut: z.string(),
});

export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  slide: z.number().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});

export const appDescription = z.object({
  version: z.string(),
  shell: z.enum(['browser', 'desktop']),
  /** The library's folder, as shown to the user. */
  folder: z.string(),
  /** The deck that the program was started with, if any. */
  open: deckId.nullable(),
});

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

export const library = z.object({ folder: z.string(), decks: z.array(deckCard) });

/** A file's text beside the revision it was read at; `null` where there is no such file. */
export const sidecar = z.object({
  text: z.string().nullable(),
  revision: revision.nullable(),
  problem: failure.nullable(),
});

export const openDeck = z.object({
  deck: deckId,
  /** File name, such as `joint-drills.md`. */
  name: z.string(),
  /** The whole path, as shown to the user. */
  path: z.string(),
  /** The file's text without its byte order mark; line ends as they are in the file. */
  text: z.string(),
  revision,
  /** Why the file cannot be written, if it cannot. */
  readOnly: z.string().nullable(),
  annotations: sidecar,
  /** Where the deck's images are served from; ends with `/`. */
  assets: z.string(),
});

export const saveRequest = z.object({
  deck: deckId,
  text: deckText,
  /** The revision that the text was edited from; `null` to create the file. */
  base: revision.nullable(),
});

/** A save either happened, or met a file that somebody else had changed and left it alone. */
export const saveOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), revision }),
  z.object({ outcome: z.literal('changed-on-disk'), revision: revision.nullable() }),
]);

export const exportOptions = z.object({
  /** Slide numbers from 1 in file order, hidden ones counted; `null` for all. */
  slides: z.array(z.number().int().positive()).max(100_000).nullable(),
  /** Whether hidden slides are printed too. */
  hidden: z.boolean(),
  annotations: z.enum(['none', 'flat']),
});

export const exportRequest = z.object({
  deck: deckId,
  text: deckText,
  /** The annotations sidecar's text, as it would be saved now; `null` for none. */
  annotations: z.string().nullable(),
  options: exportOptions,
});

export const exportOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('exported'),
    /** File name of the PDF. */
    name: z.string(),
    bytes: z.number(),
    pages: z.number(),
    seconds: z.number(),
    /** Where the file was written (desktop shell), or null where it is to be downloaded. */
    path: z.string().nullable(),
    /** Where the page downloads it from, once (browser shell), or null. */
    url: z.string().nullable(),
    diagnostics: z.array(diagnostic),
  }),
  z.object({ outcome: z.literal('cancelled') }),
]);

export type AppDescription = z.infer<typeof appDescription>;
export type DeckCard = z.infer<typeof deckCard>;
export type Library = z.infer<typeof library>;
export type Sidecar = z.infer<typeof sidecar>;
export type OpenDeck = z.infer<typeof openDeck>;
export type SaveRequest = z.infer<typeof saveRequest>;
export type SaveOutcome = z.infer<typeof saveOutcome>;
export type ExportOptions = z.infer<typeof exportOptions>;
export type ExportRequest = z.infer<typeof exportRequest>;
export type ExportOutcome = z.infer<typeof exportOutcome>;
