import type { Query } from 'minisearch';
import { type Part, type Piece, pieces } from './pieces.ts';
import { cut, pairs } from './terms.ts';

/** How far a word may be from what was asked for. */
export type Leniency = 'as-written' | 'with-typos';

/** What was asked for: every piece of it has to be in a slide, in any order. */
export type Asked = readonly Piece[];

export function readQuery(words: string): Asked {
  return pieces(words);
}

/** The query for the index. */
export function indexQuery(asked: Asked, leniency: Leniency): Query {
  const fuzzy = leniency === 'with-typos' ? typos : false;
  return { combineWith: 'AND', queries: asked.map((piece) => pieceQuery(piece, fuzzy)) };
}

type Fuzzy = false | ((term: string) => number | false);

function pieceQuery(piece: Piece, fuzzy: Fuzzy): Query {
  if (piece.kind === 'run') {
    const [only] = piece.parts;
    if (piece.parts.length === 1 && only !== undefined) return { queries: [only.folded], prefix: true };
    return { combineWith: 'AND', queries: [...pairs(piece)] };
  }
  const whole: Query = { queries: [cut(piece.folded)], prefix: begins, fuzzy };
  if (piece.parts.length === 1) return whole;
  const parts = piece.parts.map(({ folded }) => cut(folded));
  return { combineWith: 'OR', queries: [whole, { combineWith: 'AND', queries: parts, prefix: isLast, fuzzy }] };
}

/** One letter begins half of all words. */
const begins = (term: string): boolean => term.length > 1;
const isLast = (term: string, i: number, terms: readonly string[]): boolean => i === terms.length - 1 && begins(term);

/** How many letters of a word may be wrong. A figure that differs is another figure. */
function typos(term: string): number | false {
  if (term.length < 4 || /\p{N}/u.test(term)) return false;
  return term.length < 8 ? 1 : 2;
}

/**
 * Where the words of `asked` stand in `text`, in order and not overlapping.
 * @param found the terms of the index that the words were found by
 */
export function marksIn(text: string, asked: Asked, found: ReadonlySet<string>): readonly [from: number, to: number][] {
  const runs = asked.filter(({ kind }) => kind === 'run');
  const marks: [number, number][] = [];
  const mark = ({ from, to }: Part) => {
    const last = marks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  };
  for (const piece of pieces(text)) {
    if (piece.kind === 'run') for (const place of placesOf(runs, piece)) mark(place);
    else if (found.has(cut(piece.folded))) mark(piece);
    else if (piece.parts.length > 1) for (const part of piece.parts) if (found.has(cut(part.folded))) mark(part);
  }
  return marks;
}

/** Where one of the runs that were asked for stands in a run of a text. */
function placesOf(asked: Asked, { parts, folded }: Piece): readonly Part[] {
  const places = asked.flatMap((wanted) => {
    if (!folded.includes(wanted.folded)) return [];
    const length = wanted.parts.length;
    return parts.flatMap((part, i): Part[] => {
      const end = parts[i + length - 1];
      const fits = end !== undefined && wanted.parts.every((one, at) => parts[i + at]?.folded === one.folded);
      return fits ? [{ folded: wanted.folded, from: part.from, to: end.to }] : [];
    });
  });
  return places.toSorted((a, b) => a.from - b.from);
}

/** Whether every run that was asked for stands in one of `texts` as it is: its pairs alone may come from anywhere. */
export function hasRuns(texts: readonly string[], asked: Asked): boolean {
  return asked.every((wanted) => {
    if (wanted.kind !== 'run' || wanted.parts.length < 3) return true;
    return texts.some((text) => {
      if (text.includes(wanted.folded)) return true;
      return pieces(text).some(({ kind, folded }) => kind === 'run' && folded.includes(wanted.folded));
    });
  });
}
