import { z } from 'zod';
import { deckId, revision, deckText, folderId } from './names.ts';
import { failure } from './failure.ts';

/** A file beside a deck that it may show or name. */
export const localFile = z.object({
  /** Path from the deck's folder, with `/`. */
  path: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'data', 'deck', 'style', 'other']),
  bytes: z.number(),
});

/** What was written of a deck, and not saved, before the program ended without a word. */
export const recovery = z.object({
  text: z.string(),
  annotations: z.string().nullable(),
  /** When it was written, ISO 8601. */
  at: z.string(),
});

/** A file's text beside the revision it was read at; `null` where there is no such file. */
export const sidecar = z.object({
  text: z.string().nullable(),
  revision: revision.nullable(),
  problem: failure.nullable(),
  /** Whether what is there is no text that could be read: not UTF-8, or too large. */
  damaged: z.boolean(),
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
  /** What a crash left unsaved; `null` where there is nothing, or nothing that the file does not hold. */
  recovery: recovery.nullable(),
});

/** The beginning of a deck, for its first slide to be shown before the whole is read. */
export const deckGlance = z.object({
  /** Up to some line’s end; without its byte order mark. */
  text: z.string(),
  /** Whether that is all of it. */
  isWhole: z.boolean(),
  /** Where the deck's images are served from; ends with `/`. */
  assets: z.string(),
});

/** A new deck file. No file is ever written over. */
export const createRequest = z.object({
  /** File name, with or without `.md`; no path. */
  name: z.string().min(1).max(200),
  text: deckText,
  /** The text of the annotations beside it; `null` for none. */
  annotations: z.string().nullable(),
  /** The deck whose folder it goes to, and whose images it shows; `null` for the library's folder. */
  beside: deckId.nullable(),
  /** Another folder, where it is to go to one: the files that the deck shows are copied there with it. */
  folder: folderId.nullable(),
  /** Whether a name that is taken is a failure (`exists`), or gets a number. */
  taken: z.enum(['fail', 'number']),
});

export const createOutcome = z.object({ deck: deckId, name: z.string(), path: z.string() });

/** A picture that was pasted or dropped: goes to the deck's `images/` folder. */
export const imageRequest = z.object({
  deck: deckId,
  /** The name it had, or a few words to make one from; '' for none. */
  name: z.string().max(400),
  type: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml']),
  /** Its bytes in Base64. The host takes at most 32 MiB of them, and says so of larger ones. */
  data: z.base64().max(140_000_000),
});

export const journalEntry = z.object({ deck: deckId, text: deckText, annotations: z.string().nullable() });

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

export const sidecarSaveRequest = saveRequest.extend({
  /** Whether the file that is there cannot be read: it is kept under another name before the text is written. */
  damaged: z.boolean(),
});

export const sidecarSaveOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    revision,
    /** The name under which the damaged file is kept; `null` where there was none. */
    setAside: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('changed-on-disk'), revision: revision.nullable() }),
]);

export type LocalFile = z.infer<typeof localFile>;
export type Recovery = z.infer<typeof recovery>;
export type CreateRequest = z.infer<typeof createRequest>;
export type CreateOutcome = z.infer<typeof createOutcome>;
export type ImageRequest = z.infer<typeof imageRequest>;
export type JournalEntry = z.infer<typeof journalEntry>;
export type Sidecar = z.infer<typeof sidecar>;
export type OpenDeck = z.infer<typeof openDeck>;
export type DeckGlance = z.infer<typeof deckGlance>;
export type SaveRequest = z.infer<typeof saveRequest>;
export type SaveOutcome = z.infer<typeof saveOutcome>;
export type SidecarSaveRequest = z.infer<typeof sidecarSaveRequest>;
export type SidecarSaveOutcome = z.infer<typeof sidecarSaveOutcome>;
