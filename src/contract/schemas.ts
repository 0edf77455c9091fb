import { z } from 'zod';
import { type AnnotationCopy, annotationCopies } from '../core/annotations/annotation-copies.ts';
import { formatNames } from '../core/export/formats.ts';
import {
  annotationKinds,
  type ExportOptions,
  fragmentKinds,
  handoutCounts,
  notesKinds,
  pageKinds,
  scaleRange,
} from '../core/export/options.ts';
import { drawingTools } from './drawing-tools.ts';

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

/** An opaque name that the host gave a folder. */
export const folderId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Checks what core’s `ExportOptions` describes. */
export const exportOptions = z.strictObject({
  format: z.enum(formatNames),
  slides: z.array(z.number().int().positive()).max(100_000).readonly().nullable(),
  hidden: z.boolean(),
  notes: z.enum(notesKinds),
  handout: z.literal(handoutCounts).nullable(),
  annotations: z.enum(annotationKinds),
  comments: z.boolean(),
  fragments: z.enum(fragmentKinds),
  page: z.enum(pageKinds),
  cover: z.boolean(),
  sources: z.boolean(),
  greyscale: z.boolean(),
  shrink: z.boolean(),
  attachSource: z.boolean(),
  manifest: z.boolean(),
  scale: z.number().min(scaleRange.least).max(scaleRange.most),
}) satisfies z.ZodType<ExportOptions>;

/** Options that the user has given a name, to export so again. */
export const exportPreset = z.strictObject({ name: z.string().min(1).max(60), options: exportOptions });

/** What the user chose about the program itself; kept by the host, since a browser forgets it with the server's port. */
export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  autosave: z.boolean(),
  spellcheck: z.boolean(),
  /** Words spoken in a minute, to tell how long notes take. */
  speechRate: z.number().int().min(40).max(400),
  /** Width of a slide in the sorter, in CSS pixels. */
  sorterWidth: z.number().int().min(96).max(640),
  /** The name that comments are signed with; '' until it was asked for. */
  author: z.string().max(200),
  exportPresets: z.array(exportPreset).max(40).readonly(),
  drawing: drawingTools,
});

export const appDescription = z.object({
  version: z.string(),
  shell: z.enum(['browser', 'desktop']),
  /** The library's folder, as shown to the user. */
  folder: z.string(),
  /** The deck that the program was started with, if any. */
  open: deckId.nullable(),
  /** Whether spelling can be checked with what is on this machine. */
  spelling: z.boolean(),
  /** What it can export to, in the order to offer it. */
  formats: z.array(z.enum(formatNames)).readonly(),
  settings,
});

/** A command that applies in a window at the moment. */
export const readyCommand = z.object({
  id: z.string().max(100),
  /** What it is called now. */
  label: z.string().max(200),
  /** `null` for a command that is no state. */
  on: z.boolean().nullable(),
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
  /** Whether this is the deck’s text alone, to be shown and not to be worked on: it was asked for at a glance. */
  isGlance: z.boolean(),
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

/** A name that a page gives one of its exports, to hear of it and to stop it. */
export const jobId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const exportRequest = z.object({
  job: jobId,
  deck: deckId,
  text: deckText,
  /** The annotations sidecar's text, as it would be saved now; `null` for none. */
  annotations: z.string().nullable(),
  options: exportOptions,
});

/** How far an export is. */
export const exportProgress = z.object({
  /** `layout`: slides are made; `print`: pages, pictures or parts of the file are; `write`: the file is on its way. */
  phase: z.enum(['layout', 'print', 'write']),
  /** Of this phase, in slides or pages. `total` is 0 while it is not known. */
  done: z.number(),
  total: z.number(),
});

export const exportOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('exported'),
    /** Name of the file. */
    name: z.string(),
    bytes: z.number(),
    /** Pages of a PDF, slides of other formats. */
    pages: z.number(),
    seconds: z.number(),
    /** Where the file was written (desktop shell), or null where it is to be downloaded. */
    path: z.string().nullable(),
    /** Where the page downloads it from, once (browser shell), or null. */
    url: z.string().nullable(),
    /** Slides that are not in it, numbers from 1 in file order. */
    leftOut: z.array(z.object({ slide: z.number(), reason: z.enum(['hidden', 'not-selected']) })),
    diagnostics: z.array(diagnostic),
  }),
  z.object({ outcome: z.literal('cancelled') }),
]);

/** A file for the user with something of a deck's annotations. */
export const copyRequest = z.object({
  deck: deckId,
  copy: z.enum(Object.keys(annotationCopies) as [AnnotationCopy, ...AnnotationCopy[]]),
  /** What people call the slide that it is of, such as `3.1`, for the file’s name; absent where it is of all. */
  slide: z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,7})?$/)
    .optional(),
  text: deckText,
});

/** Checks what core’s `Review` describes. */
export const review = z.object({
  name: z.string(),
  collection: z.string(),
  exported: z.string().nullable(),
  leftOut: z
    .array(
      z.object({
        page: z.number(),
        kind: z.string(),
        author: z.string(),
        text: z.string(),
        reason: z.enum(['kind', 'no-slide']),
      }),
    )
    .readonly(),
});

export const copyOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    name: z.string(),
    /** Where it was written, or `null` where it is to be downloaded. */
    path: z.string().nullable(),
    /** Where the page downloads it from, once, or `null`. */
    url: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('cancelled') }),
]);

export type Settings = z.infer<typeof settings>;
export type ReadyCommandState = z.infer<typeof readyCommand>;
export type RecentDeck = z.infer<typeof recentDeck>;
export type Recent = z.infer<typeof recent>;
export type FolderListing = z.infer<typeof folderListing>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResult = z.infer<typeof searchResult>;
export type LocalFile = z.infer<typeof localFile>;
export type Recovery = z.infer<typeof recovery>;
export type CreateRequest = z.infer<typeof createRequest>;
export type CreateOutcome = z.infer<typeof createOutcome>;
export type ImageRequest = z.infer<typeof imageRequest>;
export type JournalEntry = z.infer<typeof journalEntry>;
export type AppDescription = z.infer<typeof appDescription>;
export type DeckCard = z.infer<typeof deckCard>;
export type Library = z.infer<typeof library>;
export type PackedDeckCard = z.infer<typeof packedDeck>;
export type Sidecar = z.infer<typeof sidecar>;
export type OpenDeck = z.infer<typeof openDeck>;
export type SaveRequest = z.infer<typeof saveRequest>;
export type SaveOutcome = z.infer<typeof saveOutcome>;
export type ExportPreset = z.infer<typeof exportPreset>;
export type SidecarSaveRequest = z.infer<typeof sidecarSaveRequest>;
export type SidecarSaveOutcome = z.infer<typeof sidecarSaveOutcome>;
export type CopyRequest = z.infer<typeof copyRequest>;
export type CopyOutcome = z.infer<typeof copyOutcome>;
export type ExportProgress = z.infer<typeof exportProgress>;
export type ExportRequest = z.infer<typeof exportRequest>;
export type ExportOutcome = z.infer<typeof exportOutcome>;
