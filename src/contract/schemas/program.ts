import { z } from 'zod';
import { formatNames } from '../../core/export/formats.ts';
import { drawingTools } from '../drawing-tools.ts';
import { deckId } from './names.ts';
import { exportPreset } from './export.ts';

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

export type Settings = z.infer<typeof settings>;
export type ReadyCommandState = z.infer<typeof readyCommand>;
export type AppDescription = z.infer<typeof appDescription>;
