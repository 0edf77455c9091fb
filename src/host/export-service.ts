import { basename, parse } from 'node:path';
import type { ExportOptions, ExportOutcome, ExportRequest } from '../contract/schemas.ts';
import type { Diagnostic } from '../core/diagnostic.ts';

/** Answers the call `export.pdf` for a deck of this host. */
export type ExportService = (request: ExportRequest & { readonly deckPath: string }) => Promise<ExportOutcome>;

/** What is printed. */
export interface PrintOrder {
  readonly text: string;
  readonly annotations: string | null;
  readonly options: ExportOptions;
  /** Where the deck is, for its images. */
  readonly deckPath: string;
  readonly fileName: string;
}

/** Makes the PDF of a deck, unless it is stopped: it then rejects with the signal’s reason. */
export type PrintDeck = (
  order: PrintOrder,
  signal?: AbortSignal,
) => Promise<{
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}>;

/** Where a PDF goes. */
export interface ExportTarget {
  /** Writes the PDF, or keeps it for the page to fetch; says where it is. */
  deliver(pdf: Uint8Array): Promise<Pick<ExportOutcome & { outcome: 'exported' }, 'name' | 'path' | 'url'>>;
}

/** Asks where the PDF goes, before it is made; `null` if the user thought better of it. */
export type ChooseTarget = (suggestion: {
  readonly name: string;
  readonly deckPath: string;
}) => Promise<ExportTarget | null>;

/** The export of a shell, from how it prints and where its PDFs go. */
export function createExportService(print: PrintDeck, choose: ChooseTarget): ExportService {
  return async ({ deckPath, text, annotations, options }) => {
    const target = await choose({ name: `${parse(deckPath).name}.pdf`, deckPath });
    if (target === null) return { outcome: 'cancelled' };
    const began = performance.now();
    const { pdf, pages, diagnostics } = await print({
      text,
      annotations,
      options,
      deckPath,
      fileName: basename(deckPath),
    });
    const place = await target.deliver(pdf);
    const seconds = Math.round(performance.now() - began) / 1000;
    return { outcome: 'exported', ...place, bytes: pdf.length, pages, seconds, diagnostics: [...diagnostics] };
  };
}
