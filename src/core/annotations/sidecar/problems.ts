import { Failure } from '../../failure.ts';
import { formatVersion } from './schema.ts';

/** What can be wrong with a sidecar, in words. */

const setAside = 'As soon as something is drawn or said here, the file is kept under another name, as it is.';

export function newer(version: number): Failure {
  return new Failure({
    code: 'read-only',
    message: `The annotations are of format ${version}; this version of Lectern writes format ${formatVersion}.`,
    wayOut: 'What of them can be shown is shown, and they are left as they are: use the newer Lectern to change them.',
  });
}

/** @param cause the middle of a sentence */
export function unreadable(cause: string): Failure {
  return new Failure({
    code: 'unreadable',
    message: `The annotations’ file cannot be read: ${cause}.`,
    wayOut: `The deck is open without them. ${setAside}`,
  });
}

/** @param many how many annotations could be read */
export function readInPart(cause: string, many: number): Failure {
  const count = many === 1 ? 'One annotation' : `${many.toLocaleString('en')} annotations`;
  return new Failure({
    code: 'unreadable',
    message: `The annotations’ file is damaged: ${cause}. ${count} could be read.`,
    wayOut: setAside,
  });
}

/** @param slides how many slides the sidecar names */
export function ofAnotherDeck(slides: number): Failure {
  const none =
    slides === 1
      ? 'The slide that the annotations name is not in this deck'
      : `None of the ${slides.toLocaleString('en')} slides that the annotations name is in this deck`;
  return new Failure({
    code: 'missing',
    message: `${none}: they seem to be another one’s.`,
    wayOut: 'They are kept, and wait as unplaced at the end of the comments.',
  });
}
