import { basename, dirname } from 'node:path';
import { Failure, type FailureFields } from '../core/failure.ts';

/** The system's code of a thrown error, such as `ENOENT`, or `''` where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A system error met while reading `file`, in words: what, why, and a way out. A failure stays itself. */
export function readFailure(error: unknown, file: string): Failure {
  if (error instanceof Failure) return error;
  const name = basename(file);
  return new Failure({ ...readFields(errorCode(error), name, error), place: { file } }, { cause: error });
}

function readFields(code: string, name: string, error: unknown): FailureFields {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'missing',
        message: `There is no file ${name} at this place.`,
        wayOut: 'Check the name and the folder; the file may have been moved, renamed or deleted.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'unreadable',
        message: `You are not allowed to read ${name}.`,
        wayOut: 'Ask the owner for the right to read it, or work on a copy of your own.',
      };
    case 'EISDIR':
      return notAFile(name, 'a folder');
    case 'ELOOP':
      return {
        code: 'unreadable',
        message: `${name} is a link that leads back to itself.`,
        wayOut: 'Open the file that the link was meant for.',
      };
    default:
      return {
        code: 'unreadable',
        message: `${name} could not be read (${describe(error)}).`,
        wayOut: 'Check that the drive is connected, then try again.',
      };
  }
}

/** The fields of the failure for a path where something other than a regular file is. */
export function notAFile(name: string, what: string): FailureFields {
  return {
    code: 'not-a-file',
    message: `${name} is ${what}, not a file.`,
    wayOut: 'Choose a Markdown file.',
  };
}

/** A system error met while writing `file`, in words. Every write leaves the old file as it was; the texts say so. */
export function writeFailure(error: unknown, file: string, bytes: number): Failure {
  if (error instanceof Failure) return error;
  return new Failure({ ...writeFields(errorCode(error), file, bytes, error), place: { file } }, { cause: error });
}

function writeFields(code: string, file: string, bytes: number, error: unknown): FailureFields {
  const name = basename(file);
  if (isHeld(code, error)) {
    return {
      code: 'read-only',
      message: `${name} was not saved: another program has it open, or keeps it from being replaced.`,
      wayOut: 'The old file is unchanged. Close it there and save again, or save to another place.',
    };
  }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        code: 'no-space',
        message: `${name} was not saved: the disk has no room for its ${bytes.toLocaleString('en')} bytes.`,
        wayOut: 'The old file is unchanged. Make room on the disk and save again, or save to another place.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return readOnlyFailure(file, `the folder ${dirname(file)} may not be written to`);
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'missing',
        message: `${name} was not saved: the folder ${dirname(file)} is not there.`,
        wayOut: 'Make the folder again and save once more, or save to another place.',
      };
    case 'EISDIR':
      return notAFile(name, 'a folder');
    case 'ENAMETOOLONG':
      return {
        code: 'bad-arguments',
        message: `${name} was not saved: its name is too long for this drive.`,
        wayOut: 'Save it under a shorter name.',
      };
    default:
      return {
        code: 'unexpected',
        message: `${name} was not saved (${describe(error)}).`,
        wayOut: 'The old file is unchanged. Try again, or save to another place.',
      };
  }
}

/**
 * Whether it is the old file that stands in the way: the new one was in the folder already when it was to take its place. Windows
 * says so of a file that is open elsewhere.
 */
function isHeld(code: string, error: unknown): boolean {
  if (code === 'EBUSY' || code === 'ETXTBSY') return true;
  const isReplacing = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  return isReplacing && (code === 'EPERM' || code === 'EACCES');
}

/** The fields of the failure for a file that may not be written; `reason` is the middle of a sentence. */
export function readOnlyFailure(file: string, reason: string): FailureFields {
  return {
    code: 'read-only',
    message: `${basename(file)} was not saved: ${reason}.`,
    place: { file },
    wayOut:
      'The old file is unchanged. Make it writable, or work on a copy of it under another name or in another folder.',
  };
}

function describe(error: unknown): string {
  const code = errorCode(error);
  return code !== '' ? code : error instanceof Error ? error.message : String(error);
}

/** A system error met while reading a folder, in words; `null` where something other than a folder is. */
export function folderFailure(error: unknown, folder: string): Failure {
  if (error instanceof Failure) return error;
  const code = errorCode(error);
  const fields: Pick<FailureFields, 'code' | 'message' | 'wayOut'> =
    error === null || code === 'ENOTDIR'
      ? {
          code: 'not-a-file',
          message: `${folder} is not a folder.`,
          wayOut: 'Choose the folder that your decks are in.',
        }
      : code === 'ENOENT'
        ? {
            code: 'missing',
            message: `The folder ${folder} is not there: it was moved, renamed or deleted, or its drive is not connected.`,
            wayOut: 'Put it back and try again, or choose another folder.',
          }
        : {
            code: 'unreadable',
            message:
              code === 'EACCES' || code === 'EPERM'
                ? `You are not allowed to read the folder ${folder}.`
                : `The folder ${folder} could not be read (${describe(error)}).`,
            wayOut: 'Choose another folder, or ask its owner for the right to read it.',
          };
  return new Failure({ ...fields, place: { file: folder } }, { cause: error });
}
