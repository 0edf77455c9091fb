import { BlockScanner, forEachLine, type LineKind } from '../deck/block-scanner.ts';
import type { Range } from '../deck/slide.ts';
import { readAttributeComment } from '../markdown/attribute-comments.ts';

/** A line of a slide's body: `from` to `to` without its line break. */
export interface SlideLine extends Range {
  readonly kind: LineKind;
  /** Whether the line starts outside every code block, HTML block and comment. */
  readonly clear: boolean;
}

/** A `<!-- .slide: … -->` or `<!-- .element: … -->`; the text of its attributes stands at `textFrom`. */
export interface AttributeComment extends Range {
  readonly of: 'slide' | 'element';
  readonly text: string;
  readonly textFrom: number;
}

/** A slide's body, read once for all rules. Offsets are the body's. */
export interface SlideText {
  readonly body: string;
  readonly lines: readonly SlideLine[];
  readonly comments: readonly AttributeComment[];
  /** The body with code and comments blanked out: what is left is prose, at the offsets it has in the body. */
  readonly prose: string;
}

/** Characters of a body that are looked at: rules stay quick whatever somebody pastes. */
const mostRead = 1024 * 1024;

/** Reads a slide's body for the rules. */
export function readSlideText(whole: string): SlideText {
  const body = whole.length > mostRead ? whole.slice(0, mostRead) : whole;
  const lines: SlideLine[] = [];
  const scanner = new BlockScanner();
  let visible = '';
  forEachLine(body, (from, to, next) => {
    const clear = scanner.isClear;
    const kind = scanner.line(body, from, to);
    lines.push({ from, to, kind, clear });
    const line = body.slice(from, Math.min(next, body.length));
    visible += kind === 'opaque' ? blank(line) : withoutCode(line);
  });
  const comments: AttributeComment[] = [];
  let prose = '';
  for (let at = 0; ;) {
    const from = visible.indexOf('<!--', at);
    const end = from === -1 ? -1 : visible.indexOf('-->', from + 4);
    if (end === -1) {
      prose += visible.slice(at);
      break;
    }
    const inside = body.slice(from + 4, end);
    const read = readAttributeComment(inside);
    const to = end + 3;
    if (read !== null)
      comments.push({ of: read.of, from, to, text: read.attributes, textFrom: end - read.attributes.length });
    prose += visible.slice(at, from) + blank(visible.slice(from, to));
    at = to;
  }
  return { body, lines, comments, prose };
}

/** Spaces in place of all but line breaks. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function withoutCode(line: string): string {
  return line.includes('`') ? line.replace(/(?<!`)(`{1,3})(?!`)[^`]{1,1000}\1(?!`)/g, blank) : line;
}
