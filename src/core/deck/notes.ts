import { BlockScanner } from './block-scanner.ts';

/** A slide's Markdown, taken apart. */
export interface SlideParts {
  /** What the audience sees: all up to the notes. */
  readonly content: string;
  /** The speaker notes, without the word that starts them; `null` where there are none. */
  readonly notes: string | null;
  /** Where the notes' own text starts in the body; the body's length where there are none. */
  readonly notesFrom: number;
}

const start = /^notes?:/i;

/**
 * Splits a slide's body at the first line that starts with `Note:` or `Notes:`, in any case, outside code and comments.
 * @param separator the deck's own pattern, with reveal-md's meaning (flags `mi`): what stands before its first match is content.
 *   It comes from `deckSettings`, which leaves out what does not compile
 */
export function slideParts(body: string, separator?: string): SlideParts {
  const found = separator !== undefined ? matchSeparator(body, new RegExp(separator, 'mi')) : findNotes(body);
  if (found === null) return { content: body, notes: null, notesFrom: body.length };
  return {
    content: body.slice(0, found.from).trimEnd(),
    notes: body.slice(found.textFrom).trim(),
    notesFrom: found.textFrom,
  };
}

function matchSeparator(body: string, separator: RegExp): { from: number; textFrom: number } | null {
  const match = separator.exec(body);
  return match === null ? null : { from: match.index, textFrom: match.index + match[0].length };
}

function findNotes(body: string): { from: number; textFrom: number } | null {
  if (!mayHaveNotes(body)) return null;
  const scanner = new BlockScanner();
  for (let from = 0; from <= body.length;) {
    let to = body.indexOf('\n', from);
    if (to === -1) to = body.length;
    const word = scanner.isClear ? start.exec(body.slice(from, Math.min(to, from + 6)))?.[0] : undefined;
    if (word !== undefined) return { from, textFrom: from + word.length };
    scanner.line(body, from, to);
    from = to + 1;
  }
  return null;
}

/** Whether a line starts as notes do. Lines are gone through one by one: a pattern would look at each character of a long one. */
function mayHaveNotes(body: string): boolean {
  for (let from = 0; ;) {
    const first = body.charAt(from);
    if ((first === 'N' || first === 'n') && start.test(body.slice(from, from + 6))) return true;
    const newline = body.indexOf('\n', from);
    if (newline === -1) return false;
    from = newline + 1;
  }
}
