import { z } from '../schema.ts';

/** The format that this version writes, and the latest that it reads. */
export const manifestVersion = 1;

const entry = z.object({
  /** From the manifest’s own folder, with `/`; absolute only where nothing leads there from it. */
  path: z.string().min(1).max(10_000),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestRoles = ['deck', 'annotations', 'asset'] as const;

/** What an export was made from and what came of it, each file with its checksum. */
export const manifest = z.object({
  lectern: z.literal('manifest'),
  version: z.number().int().positive(),
  /** ISO 8601. */
  created: z.string(),
  program: z.object({ name: z.string(), version: z.string() }),
  /** Name and version of the browser that laid the slides out; `null` where none did. */
  engine: z.string().nullable(),
  title: z.string(),
  /** The deck’s own handling marking; `null` for none. */
  marking: z.string().nullable(),
  /** As they were given for the export. */
  options: z.record(z.string(), z.unknown()),
  sources: z.array(entry.extend({ role: z.enum(manifestRoles) })).max(100_000),
  outputs: z.array(entry).max(100_000),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestEntry = z.infer<typeof entry>;
