import { createHash } from 'node:crypto';
import { Failure } from '../core/failure.ts';

/** Opaque names for the folders that the host listed. No other folder can be named by a page. */
export interface FolderRegistry {
  /** Gives a folder a name, always the same one. The path is absolute, with every link followed. */
  admit(path: string): string;
  /** The folder of that name. Throws a Failure `refused` for a name that was not given out. */
  get(folder: string): string;
}

export function createFolderRegistry(): FolderRegistry {
  const paths = new Map<string, string>();
  return {
    admit(path) {
      const folder = createHash('sha256').update(`folder ${path}`).digest('base64url').slice(0, 22);
      paths.set(folder, path);
      return folder;
    },
    get(folder) {
      const path = paths.get(folder);
      if (path !== undefined) return path;
      throw new Failure({
        code: 'refused',
        message: 'This folder is not one that was listed here.',
        wayOut: 'Open the choice of folders again.',
      });
    },
  };
}
