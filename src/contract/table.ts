import { z } from 'zod';
import {
  createOutcome,
  createRequest,
  imageRequest,
  journalEntry,
  localFile,
  deckGlance,
  openDeck,
  saveOutcome,
  saveRequest,
  sidecarSaveOutcome,
  sidecarSaveRequest,
} from './schemas/deck.ts';
import { exportOptions, exportOutcome, exportProgress, exportRequest } from './schemas/export.ts';
import { folderListing, givenFile, library, recent, searchResult } from './schemas/library.ts';
import { deckId, folderId, jobId, revision } from './schemas/names.ts';
import { appDescription, readyCommand, settings } from './schemas/program.ts';
import { copyOutcome, copyRequest, review } from './schemas/review.ts';

/**
 * Every call from the renderer to the host: its arguments and its result. Both ends of IPC and of HTTP are derived from
 * this table, and so are their names: nothing is listed twice.
 */
export const callTable = {
  'app.describe': { args: z.strictObject({}), result: appDescription },
  'settings.write': { args: z.strictObject({ settings: settings.partial().strict() }), result: settings },
  'library.list': { args: z.strictObject({}), result: library },
  'library.recent': { args: z.strictObject({}), result: recent },
  /** Makes another folder the library's. */
  'library.choose': { args: z.strictObject({ folder: folderId }), result: library },
  'library.search': {
    args: z.strictObject({ words: z.string().max(1000), limit: z.number().int().min(1).max(500) }),
    result: searchResult,
  },
  /** `null` for the library's own folder. */
  'folder.list': { args: z.strictObject({ folder: folderId.nullable() }), result: folderListing },
  /** A deck that is not opened by that. */
  'deck.glance': { args: z.strictObject({ deck: deckId }), result: deckGlance },
  'deck.open': { args: z.strictObject({ deck: deckId }), result: openDeck },
  'deck.create': { args: createRequest.strict(), result: createOutcome },
  /** Unpacks a deck that the library lists as packed into a new folder beside it; one that is there unchanged is that deck. */
  'deck.unpack': { args: z.strictObject({ deck: deckId }), result: createOutcome },
  /** Unpacks what a bundle or a PDF that was dropped holds into the library’s folder. */
  'deck.unpackFile': { args: givenFile.strict(), result: createOutcome },
  /** Its annotations go with it. A name that is taken is a failure. */
  'deck.rename': { args: z.strictObject({ deck: deckId, name: z.string().min(1).max(200) }), result: createOutcome },
  /** Shows the file in the system's file manager. */
  'deck.reveal': { args: z.strictObject({ deck: deckId }), result: z.object({}) },
  'deck.files': { args: z.strictObject({ deck: deckId }), result: z.object({ files: z.array(localFile) }) },
  'image.add': { args: imageRequest.strict(), result: localFile },
  'journal.write': { args: journalEntry.strict(), result: z.object({}) },
  /** Everything is saved, or what was recovered is not wanted. */
  'journal.drop': { args: z.strictObject({ deck: deckId }), result: z.object({}) },
  'deck.save': { args: saveRequest.strict(), result: saveOutcome },
  'annotations.save': { args: sidecarSaveRequest.strict(), result: sidecarSaveOutcome },
  /** Writes a file where the user wants it, or keeps it for the page to fetch. */
  'annotations.copy': { args: copyRequest.strict(), result: copyOutcome },
  /** Takes a PDF apart that came back from review. */
  'annotations.read': { args: givenFile.strict(), result: review },
  /** Resolves when the file is where it belongs, or with `cancelled`, and then nothing was written. */
  'export.run': { args: exportRequest.strict(), result: exportOutcome },
  /** Stops an export of this name, if one runs; what it had made by then is thrown away. */
  'export.cancel': { args: z.strictObject({ job: jobId }), result: z.object({}) },
  /** How this deck was exported last, all of its slides; `null` where it never was. */
  'export.last': { args: z.strictObject({ deck: deckId }), result: z.object({ options: exportOptions.nullable() }) },
  /** Opens what an export wrote, or shows it in the system's file manager: in the shell that knows where it is. */
  'export.show': {
    args: z.strictObject({ job: jobId, how: z.enum(['open', 'reveal']) }),
    result: z.object({}),
  },
  /** Keeps the screen on while a talk is shown, where the shell can. */
  'window.awake': { args: z.strictObject({ on: z.boolean() }), result: z.object({}) },
  /** The commands that apply now, for the shell's own menu. */
  'window.commands': {
    args: z.strictObject({ ready: z.array(readyCommand.strict()).max(1000) }),
    result: z.object({}),
  },
  /** Answers `window.closing`: whether something is still unsaved. */
  'window.settled': { args: z.strictObject({ atRisk: z.boolean() }), result: z.object({}) },
} as const;

/** Every event from the host to the renderer. A revision of `null` means that the file is gone. */
export const eventTable = {
  'deck.changed': z.object({ deck: deckId, revision: revision.nullable() }),
  'annotations.changed': z.object({ deck: deckId, revision: revision.nullable() }),
  'export.progress': z.object({ job: jobId, progress: exportProgress }),
  'library.changed': z.object({}),
  /** Some window chose something about the program: this is what holds now. */
  'settings.changed': z.object({ settings }),
  /** A native menu was used: the window runs this command of its table. */
  'command.run': z.object({ command: z.string() }),
  /** The user closes the window: what is unsaved is to be saved, or is not wanted. `window.settled` answers. */
  'window.closing': z.object({ unsaved: z.enum(['save', 'discard']) }),
} as const;

export type CallTable = typeof callTable;
export type CallName = keyof typeof callTable;
export type CallArgs<K extends CallName> = z.infer<(typeof callTable)[K]['args']>;
export type CallResult<K extends CallName> = z.infer<(typeof callTable)[K]['result']>;

export type EventName = keyof typeof eventTable;
export type EventPayload<K extends EventName> = z.infer<(typeof eventTable)[K]>;
/** An event as it travels. */
export type HostEvent = { [K in EventName]: { readonly name: K; readonly payload: EventPayload<K> } }[EventName];

/** What a host implements: one function for each call of the table. */
export type Handlers = { readonly [K in CallName]: (args: CallArgs<K>) => Promise<CallResult<K>> };
