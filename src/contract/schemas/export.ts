import { z } from 'zod';
import { formatNames } from '../../core/export/formats.ts';
import {
  annotationKinds,
  type ExportOptions,
  fragmentKinds,
  handoutCounts,
  notesKinds,
  pageKinds,
  scaleRange,
} from '../../core/export/options.ts';
import { deckId, deckText, jobId } from './names.ts';
import { diagnostic } from './failure.ts';

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

export type ExportPreset = z.infer<typeof exportPreset>;
export type ExportProgress = z.infer<typeof exportProgress>;
export type ExportRequest = z.infer<typeof exportRequest>;
export type ExportOutcome = z.infer<typeof exportOutcome>;
