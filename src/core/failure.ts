/** Where a failure happened: a file, and a place in it where one is known. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What kind of failure it was, for programs. People read the texts. */
export type FailureCode =
  | 'missing'
  | 'unreadable'
  | 'not-a-file'
  | 'not-a-deck'
  | 'not-utf-8'
  | 'too-large'
  | 'read-only'
  | 'no-space'
  | 'exists'
  | 'outside'
  | 'bad-arguments'
  | 'bad-front-matter'
  | 'no-such-slide'
  | 'no-browser'
  | 'no-desktop'
  | 'browser-failed'
  | 'port-in-use'
  | 'refused'
  | 'unexpected';

export interface FailureFields {
  readonly code: FailureCode;
  /** One sentence: what went wrong and why, with the numbers in it. */
  readonly message: string;
  readonly place?: Place;
  /** One sentence: what the user can do about it. */
  readonly wayOut: string;
}

/** A failure that a user can read and act on: it names the place, the cause and a way out. */
export class Failure extends Error implements FailureFields {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly wayOut: string;
  readonly place: Place;

  constructor(fields: FailureFields, options?: ErrorOptions) {
    super(fields.message, options);
    this.code = fields.code;
    this.wayOut = fields.wayOut;
    this.place = fields.place ?? {};
  }

  /** The fields as plain data, to cross a process border. */
  toJSON(): FailureFields {
    return { code: this.code, message: this.message, place: this.place, wayOut: this.wayOut };
  }
}

/** `FILE:LINE:COLUMN: message Way out.`, as compilers print it. */
export function formatFailure(failure: FailureFields): string {
  const { file, line, column } = failure.place ?? {};
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `${place === '' ? '' : `${place}: `}${failure.message} ${failure.wayOut}`;
}

/** Any thrown value as a {@link Failure}; one that is a failure already stays itself. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(
    {
      code: 'unexpected',
      message: `Something went wrong that Lectern did not expect: ${message}.`,
      wayOut: 'Nothing was written. Try again; if it happens again, report it with this text.',
    },
    { cause: error },
  );
}
