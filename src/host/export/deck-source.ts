import { basename, dirname, extname, posix } from 'node:path';
import type { manifestRoles } from '../../core/export/manifest.ts';
import { Failure } from '../../core/failure.ts';
import { isLocalUrl } from '../../core/markdown/local-url.ts';
import { assetPath } from '../asset-path.ts';
import { openDeckAsset } from '../deck-assets.ts';
import { readDeckFile, sidecarPath } from '../deck-file.ts';
import { errorCode } from '../file-failure.ts';
import { namedFiles } from '../named-files.ts';
import { encodeUtf8 } from '../utf8.ts';
import type { ExportOrder } from './writer.ts';

/** Most bytes that a deck’s files may have together to travel in one file, which is held in memory. */
export const largestSource = 512 * 1024 * 1024;

/** One file that a deck consists of. */
export interface SourceFile {
  readonly role: (typeof manifestRoles)[number];
  /** From the deck’s folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

type Order = Pick<ExportOrder, 'text' | 'annotations' | 'deckPath'>;

/** The deck itself, as it is exported: byte for byte as its file, where that has the same text. */
export async function deckFileOf({ text, deckPath }: Order): Promise<SourceFile> {
  const file = await readDeckFile(deckPath).catch(() => null);
  const hasMark = file !== null && file.text === text && file.bom;
  return { role: 'deck', path: basename(deckPath), bytes: encodeUtf8(text, hasMark) };
}

/** A deck’s annotations; `null` where it has none. */
export function sidecarOf({ annotations, deckPath }: Order): SourceFile | null {
  if (annotations === null) return null;
  return { role: 'annotations', path: basename(sidecarPath(deckPath)), bytes: encodeUtf8(annotations, false) };
}

/** A file of the deck’s folder by its address below it; `null` where it is not there or not one that decks bring along. */
export async function assetOf(deckPath: string, address: string): Promise<SourceFile | null> {
  const segments = assetPath(address);
  if (segments === null) return null;
  const asset = await openDeckAsset(dirname(deckPath), address);
  if (asset === null) return null;
  try {
    if (asset.size > largestSource) throw tooLarge(deckPath, asset.size);
    return { role: 'asset', path: segments.join('/'), bytes: await asset.handle.readFile() };
  } finally {
    await asset.handle.close();
  }
}

/**
 * Everything that a deck needs to be opened elsewhere: itself, its annotations, and the files that it and its style sheets
 * name. Throws a Failure `too-large` where that is more than {@link largestSource}.
 */
export async function deckSource(order: Order): Promise<readonly SourceFile[]> {
  const sidecar = sidecarOf(order);
  const files: SourceFile[] = [await deckFileOf(order), ...(sidecar === null ? [] : [sidecar])];
  const wanted = [...namedFiles(order.text)];
  const seen = new Set<string>();
  let total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (let address = wanted.shift(); address !== undefined; address = wanted.shift()) {
    const name = assetPath(address)?.join('/') ?? '';
    if (name === '' || seen.has(name)) continue;
    seen.add(name);
    const file = await assetOf(order.deckPath, address).catch((error: unknown) => {
      // Read while it was taken away: as good as not there.
      if (error instanceof Failure || errorCode(error) === '') throw error;
      return null;
    });
    if (file === null) continue;
    total += file.bytes.length;
    if (total > largestSource) throw tooLarge(order.deckPath, total);
    files.push(file);
    if (extname(file.path).toLowerCase() === '.css') wanted.push(...namedInSheet(file, address));
  }
  return files;
}

/** The files that a style sheet names, by their addresses below the deck’s folder. */
function namedInSheet({ bytes }: SourceFile, address: string): readonly string[] {
  return namedFiles(Buffer.from(bytes).toString())
    .map((written) => posix.join(posix.dirname(address), written))
    .filter(isLocalUrl);
}

function tooLarge(deckPath: string, bytes: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `${basename(deckPath)} and its files have ${bytes.toLocaleString('en')} bytes; up to ${largestSource.toLocaleString('en')} (512 MiB) travel in one file.`,
    place: { file: deckPath },
    wayOut: 'Make its videos or pictures smaller, or pass the folder on as it is.',
  });
}
