import { join } from 'node:path';
import { z } from '../core/schema.ts';
import { exportOptions } from '../contract/schemas/export.ts';
import type { ExportOptions } from '../core/export/options.ts';
import { createStateFile } from './state-file.ts';

/** So many decks are remembered. */
const most = 200;

/** What is written by a later version is nothing to this one: the options are read when they are asked for. */
const schema = z.array(z.object({ path: z.string(), options: z.unknown() }));

/** How decks were exported last, by path; the latest first. */
export interface ExportMemory {
  /** `null` where it never was, or in a way that this version does not know. */
  last(path: string): Promise<ExportOptions | null>;
  /** Which slides is left out: it means this once. */
  exported(path: string, options: ExportOptions): Promise<void>;
  deckMoved(from: string, to: string): Promise<void>;
}

/** Remembering is a comfort: what cannot be written is forgotten without a word. */
export function createExportMemory(folder: string): ExportMemory {
  const file = createStateFile(join(folder, 'exports.json'), (json) => schema.parse(json), []);
  return {
    async last(path) {
      const options = (await file.read()).find((known) => known.path === path)?.options;
      return exportOptions.safeParse(options).data ?? null;
    },
    async exported(path, options) {
      const entry = { path, options: { ...options, slides: null } };
      const remember = (known: z.infer<typeof schema>) =>
        [entry, ...known.filter((other) => other.path !== path)].slice(0, most);
      await file.update(remember).catch(() => undefined);
    },
    async deckMoved(from, to) {
      const move = (known: z.infer<typeof schema>) =>
        known.map((entry) => (entry.path === from ? { ...entry, path: to } : entry));
      await file.update(move).catch(() => undefined);
    },
  };
}
