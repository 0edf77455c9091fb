import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { RecentStore } from '../host/recent-store.ts';

/** The library of a start that names none: the folder used last that is still there, the example decks, or the documents. */
export async function libraryFolder(recent: RecentStore): Promise<string> {
  const { folders } = await recent.read();
  const examples = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'decks');
  for (const folder of [...folders, examples])
    if (
      await stat(folder).then(
        (stats) => stats.isDirectory(),
        () => false,
      )
    )
      return folder;
  return app.getPath('documents');
}
