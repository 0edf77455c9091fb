import type { ExportProgress } from '../../contract/schemas.ts';
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

/** What came of it, not yet written anywhere. */
export interface Exported {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pages of a PDF, slides of other formats. */
  readonly pages: number;
  /** Slides that are not in it. */
  readonly leftOut: readonly LeftOut[];
  /** What was not as it should be in the deck or the result, such as an image that is missing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Told now and then how far the work is. */
export type OnProgress = (progress: ExportProgress) => void;

/**
 * Makes one format of a deck. Rejects with a Failure where the deck cannot be made into it, and with the signal’s reason
 * when it is stopped; then nothing of it is left.
 */
export type Writer = (order: ExportOrder, signal: AbortSignal, onProgress: OnProgress) => Promise<Exported>;

/** What writers work with. */
export interface WriterTools {
  /** The folder of the built renderer. */
  readonly bundle: string;
  readonly engine: PrintEngine;
  /** Lectern’s version, for the properties of files. */
  readonly version: string;
}
