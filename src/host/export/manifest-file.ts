import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Manifest, type ManifestEntry, manifestVersion } from '../../core/export/manifest.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { deckTitle } from '../../core/deck/summary.ts';
import { revisionOf } from '../revision.ts';
import { assetOf, deckFileOf, sidecarOf, type SourceFile } from './deck-source.ts';
import { exportDate } from './export-date.ts';
import type { Exported, ExportOrder, Maker } from './writer.ts';

/** A file that was written, or that is about to be, by its whole path. */
interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The manifest of an export whose files go to these paths, for the folder that it is written to itself. */
export async function exportManifest(
  order: ExportOrder,
  exported: Exported,
  outputs: readonly OutputFile[],
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const home = dirname(resolve(order.deckPath));
  const assets = await Promise.all(exported.assets.map((address) => assetOf(order.deckPath, address)));
  const usesSidecar = order.options.annotations !== 'none' || order.options.comments;
  const sidecar = usesSidecar ? sidecarOf(order) : null;
  const sources = [
    await deckFileOf(order),
    ...(sidecar === null ? [] : [sidecar]),
    ...assets.filter((one) => one !== null),
  ];
  return manifestBytes(
    order,
    exported.maker,
    sources.map((source) => ({ ...source, path: pathFrom(folder, join(home, source.path)) })),
    outputs.map(({ path, bytes }) => entryOf(pathFrom(folder, path), bytes)),
  );
}

/** A manifest with these sources and outputs, whose paths are as they are to stand in it. */
export function manifestBytes(
  order: ExportOrder,
  maker: Maker,
  sources: readonly SourceFile[],
  outputs: readonly ManifestEntry[],
): Uint8Array<ArrayBuffer> {
  const state = createDeck(order.text);
  const document: Manifest = {
    lectern: 'manifest',
    version: manifestVersion,
    created: exportDate().toISOString(),
    program: { name: 'Lectern', version: maker.version },
    engine: maker.browser,
    title: deckTitle(state) || order.fileName,
    marking: deckSettings(state).settings.marking ?? null,
    options: { ...order.options },
    sources: sources.map(({ role, path, bytes }) => ({ role, ...entryOf(path, bytes) })),
    outputs: [...outputs],
  };
  return new Uint8Array(Buffer.from(`${JSON.stringify(document, null, 2)}\n`));
}

function entryOf(path: string, bytes: Uint8Array): ManifestEntry {
  return { path, bytes: bytes.length, sha256: revisionOf(bytes) };
}

/** With `/` on every system, so that a manifest can be checked on another one. */
function pathFrom(folder: string, path: string): string {
  const from = relative(folder, path);
  return (isAbsolute(from) ? path : from).split(sep).join('/');
}
