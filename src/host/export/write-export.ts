import { rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { saveAtomically } from '../atomic-save.ts';
import { manifestPath, outputPaths } from './output-paths.ts';
import type { Exported, ExportOrder } from './writer.ts';

/**
 * Writes an export, and its manifest where one is wanted, and answers with the paths. Throws a Failure as a save does: no file
 * is ever half there, and of several none is there that was not before.
 */
export async function writeExport(target: string, exported: Exported, order: ExportOrder): Promise<readonly string[]> {
  const paths = outputPaths(target, exported.files);
  const files = exported.files.map(({ bytes }, i) => ({ path: paths[i] ?? target, bytes }));
  if (order.options.manifest) {
    const path = manifestPath(target);
    // Loaded when it is written: it reads the deck, and this is among the first things that a shell loads.
    const { exportManifest } = await import('./manifest-file.ts');
    files.push({ path, bytes: await exportManifest(order, exported, files, dirname(path)) });
  }
  const made: string[] = [];
  try {
    for (const { path, bytes } of files) {
      const isNew = (await stat(path).catch(() => null)) === null;
      await saveAtomically(path, bytes);
      if (isNew) made.push(path);
    }
  } catch (error) {
    for (const path of made) await rm(path, { force: true });
    throw error;
  }
  return files.map(({ path }) => path);
}
