import { type Piece, pieces } from './pieces.ts';

/** Longer ones are cut: nobody looks for the second half of an encoded picture. */
const longestTerm = 64;

/** The terms that a text is found by. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const piece of pieces(text)) {
    if (piece.kind === 'run') {
      terms.push(...pairs(piece));
      // Alone, the last character would begin no pair.
      terms.push(piece.parts.at(-1)?.folded ?? '');
    } else {
      terms.push(cut(piece.folded));
      if (piece.parts.length > 1) for (const { folded } of piece.parts) terms.push(cut(folded));
    }
  }
  return terms;
}

/** The pairs of neighbours in a run: what stands for words where no spaces divide them. */
export function pairs({ parts }: Piece): readonly string[] {
  return parts.slice(1).map(({ folded }, i) => `${parts[i]?.folded ?? ''}${folded}`);
}

/** A term as the index keeps it. */
export function cut(term: string): string {
  return term.length > longestTerm ? term.slice(0, longestTerm) : term;
}
