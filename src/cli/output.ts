import { formatFailure } from '../core/failure.ts';

/** Prints a result for people on standard output. */
export function printText(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a result as one JSON document: the only thing on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`);
}

/** Says something about the work on standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Says what went wrong, as compilers do, and what to do about it. */
export function sayFailure(failure: Parameters<typeof formatFailure>[0]): void {
  say(`lectern: ${formatFailure(failure)}`);
}
