import { mkdir } from 'node:fs/promises';
import { Failure } from '../core/failure.ts';
import { errorCode, writeFailure } from './file-failure.ts';

/** So many names are tried before a user is asked for one. */
const mostNumbers = 1000;

/**
 * Makes a folder that was not there, at `path`, or where that name is taken at `path 2`, `path 3` and so on; answers with
 * where it is. Throws a Failure: `exists` where all of those are taken, or what a save throws.
 */
export async function makeNewFolder(path: string): Promise<string> {
  for (let number = 1; number <= mostNumbers; number++) {
    const candidate = number === 1 ? path : `${path} ${number}`;
    try {
      await mkdir(candidate);
      return candidate;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw writeFailure(error, candidate, 0);
    }
  }
  throw new Failure({
    code: 'exists',
    message: `There are ${mostNumbers.toLocaleString('en')} folders named like ${path} already.`,
    place: { file: path },
    wayOut: 'Choose another place.',
  });
}
