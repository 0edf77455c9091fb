import type { ExportProgress } from '../../contract/schemas/export.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ExportOptions } from '../../core/export/options.ts';
import type { LeftOut } from '../../core/export/page-plan.ts';
import type { PrintEngine } from './print-engine.ts';

/** A deck to export, as it is in a window or in its file. */
export interface ExportOrder {
  readonly text: string;
  /** The annotations sidecar's text; `null` for none. */
  readonly annotations: string | null;
  readonly options: ExportOptions;
  /** Where the deck is, for its images. */
  readonly deckPath: string;
  readonly fileName: string;
}

/** One file of an export. */
export interface ExportedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The slide that it shows, where each slide has a file of its own: from 1 in file order. */
  readonly slide: number | null;
}

/** What a format makes of a deck, not yet written anywhere. */
export interface Made {
  /** One file, but for pictures. */
  readonly files: readonly ExportedFile[];
  /** Pages of a PDF, slides of other formats. */
  readonly pages: number;
  /** Slides that are not in it. */
  readonly leftOut: readonly LeftOut[];
  /** What was not as it should be in the deck or the result, such as an image that is missing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the deck’s folder that went into it, by their addresses below it. */
  readonly assets: readonly string[];
}

/** What made an export. */
export interface Maker {
  /** Lectern’s version. */
  readonly version: string;
  /** Name and version of the browser that laid the slides out; `null` where none did. */
  readonly browser: string | null;
}

/** What came of an export, not yet written anywhere. */
export interface Exported extends Made {
  readonly maker: Maker;
}

/** The size of an export in bytes, all of its files together. */
export function exportedBytes({ files }: Pick<Exported, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Told now and then how far the work is. */
export type OnProgress = (progress: ExportProgress) => void;

/** Makes a deck into the format that its options name; rejects as {@link FormatWriter} does. */
export type Writer = (order: ExportOrder, signal: AbortSignal, onProgress: OnProgress) => Promise<Exported>;

/**
 * Makes one format of a deck. Rejects with a Failure where the deck cannot be made into it, and with the signal’s reason
 * when it is stopped; then nothing of it is left.
 */
export type FormatWriter = (order: ExportOrder, signal: AbortSignal, onProgress: OnProgress) => Promise<Made>;

/** What writers work with. */
export interface WriterTools {
  /** The folder of the built renderer. */
  readonly bundle: string;
  readonly engine: PrintEngine;
  /** Lectern’s version, for the properties of files. */
  readonly version: string;
}
