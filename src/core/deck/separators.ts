import { isSafePattern } from 'redos-detector';
import { BlockScanner, forEachLine, isBlank } from './block-scanner.ts';
import { breakKind, readComments, type Scan, type ScannedSlide, withoutReturns } from './slide-scan.ts';
import type { BreakKind, Range } from './slide.ts';

/** Separator patterns from the front matter, with reveal-md's meaning: regular expressions with the flags `mg`. */
export interface SeparatorPatterns {
  readonly separator?: string | undefined;
  readonly verticalSeparator?: string | undefined;
}

/** Compiled patterns; each is `null` where the deck does not set it. */
export interface CustomSeparators {
  readonly horizontal: RegExp | null;
  readonly vertical: RegExp | null;
}

/**
 * What is wrong with a pattern of the front matter, or `null`: it does not compile, or can backtrack without bound. It is
 * judged without being run: the number of ways in which one text can match it must not grow without limit.
 */
export function patternProblem(pattern: string, caseInsensitive: boolean): string | null {
  try {
    new RegExp(pattern, 'mg');
    // Steps, not time: a deck has the same slides on a slow machine.
    const verdict = isSafePattern(pattern, { multiLine: true, caseInsensitive, maxSteps: 5000 });
    return verdict.safe ? null : 'could take for ever on some texts; the usual rule is used instead';
  } catch (error) {
    return `is not a regular expression (${error instanceof Error ? error.message : String(error)}); the usual rule is used instead`;
  }
}

/** The deck's own separators, from patterns that have no problem; `null` where it sets none. */
export function customSeparators({ separator, verticalSeparator }: SeparatorPatterns): CustomSeparators | null {
  if (separator === undefined && verticalSeparator === undefined) return null;
  const compile = (pattern: string | undefined) => (pattern === undefined ? null : new RegExp(pattern, 'mg'));
  return { horizontal: compile(separator), vertical: compile(verticalSeparator) };
}

/**
 * Splits text by the deck's own separators. A match that starts in a code block, an HTML block, a comment or a block quote
 * is no break. A kind of break that the deck sets no pattern for keeps the dialect's rule.
 * @param base offset of `text` in the document
 */
export function scanCustom(text: string, base: number, custom: CustomSeparators): Scan {
  const { shielded, breaks, closer } = readLines(text);
  const found = [...breaks.filter((line) => custom[line.kind] === null), ...matches(text, custom, shielded)];
  const slides: ScannedSlide[] = [];
  let start = 0;
  let kind: BreakKind = 'horizontal';
  for (const separator of found.toSorted((a, b) => a.from - b.from)) {
    if (separator.from < start) continue;
    slides.push(slideIn(text, base, start, separator.from, kind));
    start = separator.to;
    kind = separator.kind;
  }
  slides.push(slideIn(text, base, start, text.length, kind));
  return { slides, endsInBreak: false, closer };
}

interface Separator extends Range {
  readonly kind: BreakKind;
}

function matches(text: string, custom: CustomSeparators, shielded: readonly Range[]): readonly Separator[] {
  const found: Separator[] = [];
  for (const kind of ['horizontal', 'vertical'] as const) {
    const pattern = custom[kind];
    if (pattern === null) continue;
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      while (at < shielded.length && (shielded[at]?.to ?? 0) < match.index) at++;
      const line = shielded[at];
      if (match[0] !== '' && (line === undefined || match.index < line.from)) {
        found.push({ from: match.index, to: match.index + match[0].length, kind });
      }
    }
  }
  return found;
}

function slideIn(text: string, base: number, start: number, end: number, kind: BreakKind): ScannedSlide {
  const segment = text.slice(start, end);
  const lead = /^(?:[ \t\r]*\n)*/.exec(segment)?.[0].length ?? 0;
  const body = segment.slice(lead, Math.max(lead, contentEnd(segment)));
  const marks: number[] = [];
  for (let mark = text.indexOf('.slide:', start); mark !== -1 && mark < end; mark = text.indexOf('.slide:', mark + 1))
    marks.push(mark);
  const from = body === '' ? start : start + lead;
  return {
    start: base + start,
    from: base + from,
    to: base + from + body.length,
    break: kind,
    attributes: readComments(text, start, marks),
  };
}

/** Where the last line that is not blank ends, without the carriage returns in front of its line end. */
function contentEnd(text: string): number {
  for (let to = text.length; ;) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    if (!isBlank(text, from, to)) return withoutReturns(text, to);
    if (from === 0) return 0;
    to = from - 1;
  }
}

/** The lines that cannot break, in order; the lines that break by the dialect's rule; what closes a block left open. */
function readLines(text: string): { shielded: readonly Range[]; breaks: readonly Separator[]; closer: string | null } {
  const scanner = new BlockScanner();
  const shielded: Range[] = [];
  const breaks: Separator[] = [];
  let mayBreak = true;
  forEachLine(text, (from, to, next) => {
    const kind = mayBreak && scanner.isClear ? breakKind(text, from, to) : null;
    if (kind !== null) breaks.push({ from, to: Math.min(next, text.length), kind });
    const line = scanner.line(text, from, to);
    if (line === 'opaque' || line === 'comment' || text[from] === '>') shielded.push({ from, to });
    mayBreak = kind !== null || isBlank(text, from, to);
  });
  return { shielded, breaks, closer: scanner.closer };
}
