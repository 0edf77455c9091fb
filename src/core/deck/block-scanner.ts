import { type HtmlBlock, htmlBlockStart } from './html-block.ts';

const tab = 9;
const carriageReturn = 13;
const space = 32;

/** Whether `text[from, to)` holds nothing but spaces, tabs and carriage returns. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== tab && code !== carriageReturn) return false;
  }
  return true;
}

/** What a line is to someone who looks for slide breaks: `opaque` is code, or raw HTML, or a comment. */
export type LineKind = 'blank' | 'text' | 'opaque' | 'comment';

interface Fence {
  readonly marker: number;
  readonly length: number;
}

/**
 * Follows the block structure of CommonMark 0.31 line by line, as far as it decides which lines are inside a fenced code
 * block or an HTML block: containers (lists, block quotes), fences and the seven kinds of HTML block. Feed it each line in
 * order. Whenever {@link isClear} holds and a blank line has passed, a line in column 0 is outside all of them.
 */
export class BlockScanner {
  /** Columns at which the content of the open list items starts, outermost first. */
  #items: number[] = [];
  #fence: Fence | null = null;
  #html: HtmlBlock | null = null;
  /** The content column of the list item that holds the open fence or HTML block; 0 for none. */
  #container = 0;
  #paragraph = false;
  /** Follows what stands in the open block quote, whose paragraph a line that does not begin with `>` continues lazily. */
  #quote: BlockScanner | null = null;
  #emptyItem = false;

  /** Whether a line in column 0 is outside every code block, HTML block and comment. */
  get isClear(): boolean {
    return (this.#fence === null && this.#html === null) || this.#container > 0;
  }

  /** The line that would close the block still open at the end of the text; `null` when none is. */
  get closer(): string | null {
    if (!this.isClear) {
      if (this.#fence !== null) return String.fromCharCode(this.#fence.marker).repeat(this.#fence.length);
      if (this.#html?.end) return this.#html.closer;
    }
    return null;
  }

  /** Takes the line `text[from, to)`, without its line break. */
  line(text: string, from: number, to: number): LineKind {
    // The common case first: a line of text in column 0 that cannot start anything.
    if (
      this.#fence === null &&
      this.#html === null &&
      this.#items.length === 0 &&
      from < to &&
      startsNothing(text.charCodeAt(from))
    ) {
      if (!this.#paragraph) this.#quote = null;
      this.#paragraph = true;
      return 'text';
    }
    let at = from;
    let column = 0;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === space) column++;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    const blank = isBlank(text, at, to);
    if (this.#fence !== null || this.#html !== null) {
      if (blank || column >= this.#container) return this.#inside(text, at, to, column, blank);
      this.#fence = null;
      this.#html = null;
    }
    if (blank) {
      this.#paragraph = false;
      this.#quote = null;
      if (this.#emptyItem) this.#items.pop();
      this.#emptyItem = false;
      return 'blank';
    }
    return this.#outside(text, at, to, column);
  }

  #inside(text: string, at: number, to: number, column: number, blank: boolean): LineKind {
    const html = this.#html;
    if (html !== null) {
      if (html.end === null ? blank : html.end.test(text.slice(at, to))) this.#html = null;
      if (html.end === null && blank) return 'blank';
      return html.comment ? 'comment' : html.end === null ? 'text' : 'opaque';
    }
    const fence = this.#fence;
    if (fence !== null && column - this.#container < 4) {
      const run = runLength(text, at, to, fence.marker);
      if (run >= fence.length && isBlank(text, at + run, to)) this.#fence = null;
    }
    return 'opaque';
  }

  #outside(text: string, at: number, to: number, column: number): LineKind {
    const items = this.#items.filter((content) => content <= column);
    let base = items.at(-1) ?? 0;
    const couldContinue = this.#paragraph;
    let paragraph = this.#paragraph;
    // The line stands in the containers of the open paragraph; else it could only continue it lazily.
    const within = paragraph && this.#quote === null && items.length === this.#items.length;
    let started = false;
    this.#emptyItem = false;
    while (column - base < 4) {
      const code = text.charCodeAt(at);
      const fence = fenceStart(text, at, to, code);
      if (fence !== null) {
        this.#open(items, base, fence, null);
        return 'opaque';
      }
      if (code === 60) {
        const rest = text.slice(at, to);
        const html = htmlBlockStart(rest, paragraph);
        if (html !== null) {
          const closed = html.end?.test(rest) ?? false;
          this.#open(items, base, null, closed ? null : html);
          return html.comment ? 'comment' : html.end === null ? 'text' : 'opaque';
        }
      }
      if (code === 62 || isHeading(text, at, to, code) || isThematicBreak(text, at, to, code)) {
        const quote = items.length === this.#items.length && !started ? this.#quote : null;
        this.#items = items;
        this.#quote = code === 62 ? (quote ?? new BlockScanner()) : null;
        this.#quote?.line(text, text.charCodeAt(at + 1) === space ? at + 2 : at + 1, to);
        // A quote's own text may be continued lazily; a heading's or a rule's cannot.
        this.#paragraph = this.#quote !== null && this.#quote.#paragraph;
        return 'text';
      }
      const item = itemStart(text, at, to, column, within && !started);
      if (item === null) break;
      started = true;
      paragraph = false;
      items.push(item.content);
      base = item.content;
      at = item.at;
      column = item.column;
      if (item.empty) {
        this.#items = items;
        this.#quote = null;
        this.#paragraph = false;
        this.#emptyItem = true;
        return 'text';
      }
    }
    const setext = within && !started && /^(?:=+|-+)\s*$/.test(text.slice(at, to));
    if (started || !couldContinue) this.#quote = null;
    // A line of plain text continues an open paragraph wherever it stands, and leaves that paragraph's list items open.
    if (started || !couldContinue) this.#items = items;
    this.#paragraph = !setext && (started || couldContinue || column - base < 4);
    if (started && column - base >= 4) this.#paragraph = false;
    return 'text';
  }

  #open(items: number[], container: number, fence: Fence | null, html: HtmlBlock | null): void {
    this.#items = items;
    this.#container = container;
    this.#fence = fence;
    this.#html = html;
    this.#quote = null;
    this.#paragraph = false;
  }
}

/** Letters, and whatever lies beyond ASCII: the first characters of most lines. */
function startsNothing(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;
}

function runLength(text: string, at: number, to: number, code: number): number {
  let end = at;
  while (end < to && text.charCodeAt(end) === code) end++;
  return end - at;
}

function fenceStart(text: string, at: number, to: number, code: number): Fence | null {
  if (code !== 96 && code !== 126) return null;
  const length = runLength(text, at, to, code);
  if (length < 3) return null;
  // The info string of a back-tick fence holds no back-tick: that would be inline code.
  if (code === 96) {
    const tick = text.indexOf('`', at + length);
    if (tick !== -1 && tick < to) return null;
  }
  return { marker: code, length };
}

function isHeading(text: string, at: number, to: number, code: number): boolean {
  return code === 35 && /^#{1,6}(?:\s|$)/.test(text.slice(at, Math.min(to, at + 7)));
}

function isThematicBreak(text: string, at: number, to: number, code: number): boolean {
  if (code !== 42 && code !== 45 && code !== 95) return false;
  let count = 0;
  for (let i = at; i < to; i++) {
    const next = text.charCodeAt(i);
    if (next === code) count++;
    else if (next !== space && next !== tab && next !== carriageReturn) return false;
  }
  return count >= 3;
}

interface Item {
  readonly content: number;
  readonly at: number;
  readonly column: number;
  readonly empty: boolean;
}

/**
 * The list item that starts at `at`, in `column`; its marker, and the column where its content starts. One that is empty or counts
 * from another number than 1 cannot interrupt the `paragraph` of its own container.
 */
function itemStart(text: string, at: number, to: number, column: number, paragraph: boolean): Item | null {
  const code = text.charCodeAt(at);
  let after = at + 1;
  let number = 1;
  if (code >= 48 && code <= 57) {
    while (after < to && after - at < 9 && isDigit(text.charCodeAt(after))) after++;
    number = Number(text.slice(at, after));
    const delimiter = text.charCodeAt(after);
    if (after >= to || (delimiter !== 46 && delimiter !== 41)) return null;
    after++;
  } else if (code !== 42 && code !== 43 && code !== 45) {
    return null;
  }
  const markerEnd = column + (after - at);
  let next = after;
  let nextColumn = markerEnd;
  while (next < to) {
    const white = text.charCodeAt(next);
    if (white === space) nextColumn++;
    else if (white === tab) nextColumn += 4 - (nextColumn % 4);
    else break;
    next++;
  }
  const empty = isBlank(text, next, to);
  if (!empty && nextColumn === markerEnd) return null;
  if (paragraph && (empty || number !== 1)) return null;
  // More than four columns of white space: one belongs to the marker, the rest is indented code.
  const content = empty || nextColumn - markerEnd > 4 ? markerEnd + 1 : nextColumn;
  return { content, at: next, column: nextColumn, empty };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Calls `visit` for each line of `text`: offsets without the line break; `next` is the start of the following line. */
export function forEachLine(text: string, visit: (from: number, to: number, next: number) => void): void {
  for (let from = 0; from <= text.length;) {
    let to = text.indexOf('\n', from);
    if (to === -1) to = text.length;
    visit(from, to, to + 1);
    from = to + 1;
  }
}
