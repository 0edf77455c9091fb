import { stat } from 'node:fs/promises';

/** How often a folder that is gone is looked for, in ms. */
const interval = 2000;

/** Looks out for one folder that is gone. */
export interface FolderReturn {
  /** Looks for this folder from now on, and for no other; calls `back` once when it is there. */
  await(folder: string, back: () => void): void;
  stop(): void;
}

/** A folder that is not there cannot be watched: its place has to be looked at. */
export function createFolderReturn(): FolderReturn {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    stop,
    await(folder, back) {
      stop();
      const own = setInterval(async () => {
        const isThere = await stat(folder).then(
          (stats) => stats.isDirectory(),
          () => false,
        );
        if (!isThere || timer !== own) return;
        stop();
        back();
      }, interval);
      own.unref();
      timer = own;
    },
  };
}
