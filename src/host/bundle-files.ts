import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { assetPath } from './asset-path.ts';
import { bundleTypes } from './media-types.ts';

export interface BundleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * A file of the built app, or `null`. `encoded` has no leading slash; an empty one is `index.html`. The bundle is our
 * own, so that links in it are not a danger; and it may lie in an archive where only whole files can be read.
 */
export async function bundleFile(bundle: string, encoded: string): Promise<BundleFile | null> {
  const segments = assetPath(encoded === '' ? 'index.html' : encoded);
  const type = bundleTypes.get(extname(segments?.at(-1) ?? '').toLowerCase());
  if (segments === null || type === undefined) return null;
  try {
    return { bytes: await readFile(join(bundle, ...segments)), type };
  } catch {
    return null;
  }
}
