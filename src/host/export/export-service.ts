import { basename, parse } from 'node:path';
import type { ExportOutcome, ExportRequest } from '../../contract/schemas/export.ts';
import type { HostEvent } from '../../contract/table.ts';
import { exportFormats, type FileKind } from '../../core/export/formats.ts';
import { Failure } from '../../core/failure.ts';
import { type Exported, exportedBytes, type ExportOrder, type Writer } from './writer.ts';

/** Where a file is now: its path, or where the page fetches it from. */
export type DeliveredFile = Pick<ExportOutcome & { outcome: 'exported' }, 'name' | 'path' | 'url'>;

/** Where an export, or another file for the user, goes. */
export interface ExportTarget {
  /** Writes what was made, or keeps it for the page to fetch; says where it is. Throws a Failure, and then nothing is there. */
  deliver(exported: Exported, order: ExportOrder): Promise<DeliveredFile>;
  /** The same for one file that is no export. */
  save(bytes: Uint8Array<ArrayBuffer>): Promise<DeliveredFile>;
}

/** Asks where a file goes, before it is made; `null` if the user thought better of it. */
export type ChooseTarget = (suggestion: {
  /** File name with the kind’s extension. */
  readonly name: string;
  readonly kind: FileKind;
  readonly deckPath: string;
}) => Promise<ExportTarget | null>;

/** The exports of one host. */
export interface ExportService {
  /** Answers the call `export.run` for a deck of this host. */
  run(request: ExportRequest & { readonly deckPath: string }): Promise<ExportOutcome>;
  /** Where an export of this name was written; `null` for one that was not, or long ago. */
  written(job: string): string | null;
  /** Answers `export.cancel`. */
  cancel(job: string): void;
  /** Stops every export; resolves when none runs any more. Later ones are refused. */
  close(): Promise<void>;
}

export interface ExportServiceOptions {
  readonly write: Writer;
  readonly chooseTarget: ChooseTarget;
  readonly emit: (event: HostEvent) => void;
}

/** So many places are known. */
const mostWritten = 20;

/** The reason of a signal that the user aborted: no failure. */
const cancelled = Symbol('cancelled');

export function createExportService({ write, chooseTarget, emit }: ExportServiceOptions): ExportService {
  const closing = new AbortController();
  const running = new Map<string, AbortController>();
  const ended = new Set<Promise<unknown>>();
  const written = new Map<string, string>();

  async function make(
    { job, deckPath, text, annotations, options }: ExportRequest & { readonly deckPath: string },
    stop: AbortSignal,
  ): Promise<ExportOutcome> {
    const kind = exportFormats[options.format];
    const name = `${parse(deckPath).name}${kind.extension}`;
    const target = await chooseTarget({ name, kind, deckPath });
    if (target === null) return { outcome: 'cancelled' };
    const began = performance.now();
    const order = { text, annotations, options, deckPath, fileName: basename(deckPath) };
    const exported = await write(order, stop, (progress) =>
      emit({ name: 'export.progress', payload: { job, progress } }),
    );
    stop.throwIfAborted();
    const place = await target.deliver(exported, order);
    if (place.path !== null) written.set(job, place.path);
    for (const oldest of [...written.keys()].slice(0, -mostWritten)) written.delete(oldest);
    const { pages, leftOut, diagnostics } = exported;
    const seconds = Math.round(performance.now() - began) / 1000;
    return {
      outcome: 'exported',
      ...place,
      bytes: exportedBytes(exported),
      pages,
      seconds,
      leftOut: [...leftOut],
      diagnostics: [...diagnostics],
    };
  }

  return {
    async run(request) {
      closing.signal.throwIfAborted();
      if (running.has(request.job)) throw twice();
      const own = new AbortController();
      running.set(request.job, own);
      const making = make(request, AbortSignal.any([own.signal, closing.signal]));
      ended.add(making);
      try {
        return await making;
      } catch (error) {
        if (own.signal.aborted) return { outcome: 'cancelled' };
        throw error;
      } finally {
        running.delete(request.job);
        ended.delete(making);
      }
    },
    written: (job) => written.get(job) ?? null,
    cancel: (job) => running.get(job)?.abort(cancelled),
    async close() {
      closing.abort(stopped());
      await Promise.allSettled(ended);
    },
  };
}

function twice(): Failure {
  return new Failure({
    code: 'refused',
    message: 'An export of this name runs already.',
    wayOut: 'Wait for it, or stop it, then export again.',
  });
}

function stopped(): Failure {
  return new Failure({
    code: 'refused',
    message: 'The export was stopped, because Lectern is closing.',
    wayOut: 'Nothing was written. Start Lectern again to export.',
  });
}
