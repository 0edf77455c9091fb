import { parseAttributes } from './attributes.ts';
import { BlockScanner, isBlank } from './block-scanner.ts';
import type { Attributes, BreakKind } from './slide.ts';

/** A slide as the scanner finds it; it has no key yet. */
export interface ScannedSlide {
  /** Where its segment starts: right after the break in front of it. Blank lines may follow before `from`. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly break: BreakKind;
  readonly attributes: Attributes;
}

export interface Scan {
  readonly slides: readonly ScannedSlide[];
  /** Whether the text ended with a break: the last slide is then the empty start of what follows. */
  readonly endsInBreak: boolean;
  /** The line that would close a code block, HTML block or comment left open at the end; `null` for none. */
  readonly closer: string | null;
}

const noAttributes: Attributes = new Map();

/** Characters that an attribute comment may have, and that are looked back for inline code: a bound for hostile text. */
const longestComment = 4000;

/** What a line that stands alone breaks: `---` the column, `--` and `----` the stack. Trailing white space does not count. */
export function breakKind(text: string, from: number, to: number): BreakKind | null {
  if (text.charCodeAt(from) !== 45 || text.charCodeAt(from + 1) !== 45) return null;
  let dashes = 2;
  while (from + dashes < to && text.charCodeAt(from + dashes) === 45) dashes++;
  if (dashes > 4) return null;
  for (let at = from + dashes; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return null;
  }
  return dashes === 3 ? 'horizontal' : 'vertical';
}

/**
 * Splits text that starts right after a break (or after the front matter, or at the start of the file) into slides.
 * @param base offset of `text` in the document; all offsets in the result are the document's
 * @param first the break in front of the text
 */
export function scanSlides(text: string, base: number, first: BreakKind = 'horizontal'): Scan {
  const slides: ScannedSlide[] = [];
  let scanner = new BlockScanner();
  let kind = first;
  let start = 0;
  let bodyFrom = -1;
  let bodyTo = -1;
  let mayBreak = true;
  let mark = text.indexOf('.slide:');
  let marks: number[] = [];
  const end = () => {
    const empty = bodyFrom === -1;
    slides.push({
      start: base + start,
      from: base + (empty ? start : bodyFrom),
      to: base + (empty ? start : bodyTo),
      break: kind,
      attributes: marks.length === 0 ? noAttributes : readComments(text, start, marks),
    });
  };
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    if (to === -1) to = text.length;
    const broken = mayBreak && scanner.isClear ? breakKind(text, from, to) : null;
    if (broken !== null) {
      end();
      kind = broken;
      start = Math.min(to + 1, text.length);
      bodyFrom = -1;
      marks = [];
      scanner = new BlockScanner();
      while (mark !== -1 && mark < to) mark = text.indexOf('.slide:', mark + 1);
    } else {
      const line = scanner.line(text, from, to);
      mayBreak = line === 'blank' || isBlank(text, from, to);
      if (!mayBreak) {
        if (bodyFrom === -1) bodyFrom = from;
        // A carriage return that the editor's lines keep (a file with mixed line ends) belongs to the line's end.
        bodyTo = withoutReturns(text, to);
      }
      while (mark !== -1 && mark < to) {
        if (line !== 'opaque') marks.push(mark);
        mark = text.indexOf('.slide:', mark + 1);
      }
    }
    from = to + 1;
  }
  end();
  // A last line that is a break but has no line end is not followed by a segment of its own yet.
  const endsInBreak = slides.length > 1 && start === text.length && text.endsWith('\n');
  return { slides, endsInBreak, closer: scanner.closer };
}

/** The end of a line's text: `to`, or before the carriage returns in front of it. */
export function withoutReturns(text: string, to: number): number {
  let end = to;
  while (text.charCodeAt(end - 1) === 13) end--;
  return end;
}

/** The attributes of the `<!-- .slide: … -->` comments around the places `marks`. */
export function readComments(text: string, start: number, marks: readonly number[]): Attributes {
  const attributes = new Map<string, string>();
  for (const mark of marks) {
    const comment = slideComment(text, start, mark);
    if (comment === null) continue;
    for (const [name, value] of parseAttributes(text.slice(comment.textFrom, comment.textTo)))
      attributes.set(name, value);
  }
  return attributes;
}

/**
 * The comment whose `.slide:` stands at `mark`: `from`/`to` with its brackets, `textFrom`/`textTo` the attributes in it.
 * `null` where it is no comment but text, or inline code.
 */
export function slideComment(
  text: string,
  start: number,
  mark: number,
): { readonly from: number; readonly to: number; readonly textFrom: number; readonly textTo: number } | null {
  let from = mark;
  while (from > start && /\s/.test(text.charAt(from - 1))) from--;
  from -= 4;
  if (from < start || !text.startsWith('<!--', from)) return null;
  const length = text.slice(mark, mark + longestComment).indexOf('-->');
  if (length === -1) return null;
  const before = text.slice(Math.max(start, from - longestComment), from);
  const ticks = before.slice(before.lastIndexOf('\n') + 1).split('`').length - 1;
  const textTo = mark + length;
  return ticks % 2 === 1 ? null : { from, to: textTo + 3, textFrom: mark + '.slide:'.length, textTo };
}
