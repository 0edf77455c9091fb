import { basename } from 'node:path';
import { shell } from 'electron';
import { Failure } from '../core/failure.ts';

/** Opens a file that the program has just written, with the system's program for it. Throws a Failure: `missing`. */
export async function openFile(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem === '') return;
  throw new Failure({
    code: 'missing',
    message: `${basename(path)} could not be opened: ${problem}`,
    place: { file: path },
    wayOut: 'Show it in its folder, and open it from there.',
  });
}
