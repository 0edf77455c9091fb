/** A part of a text, and where the words that were looked for stand in it. */
export interface Excerpt {
  readonly excerpt: string;
  readonly marks: readonly [from: number, to: number][];
}

/** Characters of an excerpt, and how many of them stand before its first mark where the text does not fit whole. */
const length = 180;
const before = 48;

/** The part of `text` around the first of `marks`; its beginning where there are none. What is cut off is an ellipsis. */
export function excerptOf(text: string, marks: readonly (readonly [number, number])[]): Excerpt {
  const [first = 0, end = 0] = marks[0] ?? [];
  if (text.length <= length) return { excerpt: text, marks: marks.map(([from, to]) => [from, to]) };
  const from = first <= before ? 0 : atBorder(text, Math.min(first - before, text.length - length), first, 'after');
  const wished = Math.min(text.length, from + length);
  const to = wished === text.length ? wished : atBorder(text, wished, Math.max(from, end), 'before');
  const lead = from === 0 ? '' : '…';
  const shift = lead.length - from;
  return {
    excerpt: `${lead}${text.slice(from, to)}${to === text.length ? '' : '…'}`,
    marks: marks.flatMap(([start, stop]): [number, number][] =>
      stop <= from || start >= to ? [] : [[Math.max(start, from) + shift, Math.min(stop, to) + shift]],
    ),
  };
}

/** How far a border of words is looked for. */
const reach = 24;

/** The border of words nearest to `at`, not beyond `limit`; `at` itself, between characters, where none is near. */
function atBorder(text: string, at: number, limit: number, side: 'before' | 'after'): number {
  const step = side === 'after' ? 1 : -1;
  for (let i = at, tried = 0; tried < reach && (side === 'after' ? i < limit : i > limit); i += step, tried++) {
    const isSpace = /\s/.test(text[side === 'after' ? i - 1 : i] ?? '');
    if (isSpace) return i;
  }
  // Never between the halves of a character.
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
