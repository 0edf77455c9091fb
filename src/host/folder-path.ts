import { sep } from 'node:path';

/** Whether `path` lies in `folder` or below it. Both absolute, with every link followed. */
export function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
