import { basename, dirname, parse } from 'node:path';
import { exportFormats } from '../../core/export/formats.ts';
import { exportDate } from './export-date.ts';
import { exportManifest } from './manifest-file.ts';
import { manifestPath, outputPaths } from './output-paths.ts';
import type { Exported, ExportOrder } from './writer.ts';
import { zipFile } from './zip-file.ts';

/** One file to hand over. */
export interface PackedExport {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * An export as one file to be fetched: itself, or an archive of its files and its manifest.
 * @param type media type of what is exported
 */
export async function packed(
  name: string,
  type: string,
  exported: Exported,
  order: ExportOrder,
): Promise<PackedExport> {
  const [first, ...more] = exported.files;
  if (first !== undefined && more.length === 0 && !order.options.manifest) return { name, type, bytes: first.bytes };
  const paths = outputPaths(name, exported.files);
  const files = exported.files.map(({ bytes }, i) => ({ path: paths[i] ?? name, bytes }));
  if (order.options.manifest) {
    // Its sources are told from the deck’s own folder: where the archive will be is not known.
    const folder = dirname(order.deckPath);
    const outputs = files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
    files.push({ path: basename(manifestPath(name)), bytes: await exportManifest(order, exported, outputs, folder) });
  }
  return { name: `${parse(name).name}.zip`, type: exportFormats.zip.mediaType, bytes: zipFile(files, exportDate()) };
}
