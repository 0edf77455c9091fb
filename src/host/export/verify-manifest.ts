import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Manifest, manifest, type ManifestEntry, manifestVersion } from '../../core/export/manifest.ts';
import { Failure } from '../../core/failure.ts';
import { errorCode, readFailure } from '../file-failure.ts';
import { readTextFile } from '../text-file.ts';

/** What became of a file since its manifest was written. */
export interface VerifiedFile {
  readonly path: string;
  readonly role: 'output' | Manifest['sources'][number]['role'];
  readonly state: 'unchanged' | 'changed' | 'missing';
  /** As the manifest has it, and as it is now; `null` where the file is missing. */
  readonly expected: string;
  readonly found: string | null;
}

/** Reads a manifest. Throws a Failure: `missing`, `unreadable`, or what reading a text throws. */
export async function readManifest(path: string): Promise<Manifest> {
  const { text } = await readTextFile(path);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw notManifest(path, error instanceof Error ? error.message : String(error));
  }
  const parsed = manifest.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notManifest(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it has another form'}`);
  }
  if (parsed.data.version > manifestVersion) throw laterManifest(path, parsed.data.version);
  return parsed.data;
}

/** Computes the checksum of every file in a manifest anew. Throws as {@link readManifest} does, and where a file cannot be read. */
export async function verifyManifest(path: string): Promise<readonly VerifiedFile[]> {
  const { sources, outputs } = await readManifest(path);
  const folder = dirname(path);
  const entries = [...outputs.map((entry) => ({ ...entry, role: 'output' as const })), ...sources];
  const verified: VerifiedFile[] = [];
  for (const entry of entries) verified.push(await verifyEntry(entry, entry.role, folder));
  return verified;
}

async function verifyEntry(entry: ManifestEntry, role: VerifiedFile['role'], folder: string): Promise<VerifiedFile> {
  const { path, sha256: expected } = entry;
  const found = await checksum(isAbsolute(path) ? path : join(folder, path));
  const state = found === null ? 'missing' : found === expected ? 'unchanged' : 'changed';
  return { path, role, state, expected, found };
}

/** The SHA-256 of a file, read piece by piece; `null` where there is none. */
async function checksum(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw readFailure(error, path);
  }
  return hash.digest('hex');
}

function notManifest(path: string, cause: string): Failure {
  return new Failure({
    code: 'unreadable',
    message: `This is not a manifest of an export (${cause}).`,
    place: { file: path },
    wayOut: 'Give the file that ends in .manifest.json beside an export.',
  });
}

function laterManifest(path: string, version: number): Failure {
  return new Failure({
    code: 'unreadable',
    message: `The manifest is of format ${version}; this version of Lectern reads format ${manifestVersion}.`,
    place: { file: path },
    wayOut: 'Verify it with the newer Lectern.',
  });
}
