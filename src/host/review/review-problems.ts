import { basename } from 'node:path';
import { Failure } from '../../core/failure.ts';

/** What can be wrong with a PDF that is to be read back, in words. */

export function notReadable(path: string, cause: RangeError): Failure {
  return new Failure(
    {
      code: 'not-a-file',
      message: `${basename(path)} cannot be read as a PDF: ${cause.message}.`,
      place: { file: path },
      wayOut: 'Give the PDF that came back from review; open it in a PDF program and save it anew if it is damaged.',
    },
    { cause },
  );
}

export function protectedFile(path: string): Failure {
  return new Failure({
    code: 'refused',
    message: `${basename(path)} is protected: its annotations are encrypted.`,
    place: { file: path },
    wayOut: 'Save a copy of it without a password or restrictions, and import that.',
  });
}

export function noSlides(path: string, pages: number): Failure {
  const count = pages === 1 ? 'Its only page does not say' : `None of its ${pages.toLocaleString('en')} pages says`;
  return new Failure({
    code: 'refused',
    message: `${basename(path)} cannot be brought back to slides. ${count} which slide it shows.`,
    place: { file: path },
    wayOut:
      'Give a PDF that was exported with annotations or comments, and was saved afterwards, not printed to a PDF or put together anew.',
  });
}

export function tooLarge(path: string, bytes: number, largest: number): Failure {
  return new Failure({
    code: 'too-large',
    message: `${basename(path)} has ${bytes.toLocaleString('en')} bytes; up to ${largest.toLocaleString('en')} (256 MiB) are read.`,
    place: { file: path },
    wayOut: 'Save a copy of it with smaller pictures, or only the pages that have been marked.',
  });
}
