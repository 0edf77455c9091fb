import type { Diagnostic } from '../core/diagnostic.ts';
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

/** Says what a deck’s author should know, one line each, as compilers do: `FILE:LINE: severity: slide N: message`. */
export function sayDiagnostics(deck: string, diagnostics: readonly Diagnostic[]): void {
  for (const { severity, message, slide, line } of diagnostics) {
    const place = line === undefined ? deck : `${deck}:${line}`;
    const where = slide === undefined ? '' : `slide ${slide}: `;
    // A deck’s own words may be in it: what would steer the terminal must not get there.
    say(`${place}: ${severity}: ${where}${message}`.replace(/\p{Cc}/gu, ' '));
  }
}
