import { fold } from './fold.ts';

/** A part of a text that can be found: folded, and where it stands. */
export interface Part {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a text is made of. A `word` has more than one part where signs join it, such as `B-52H`; a `run` is a stretch of a
 * script that puts no spaces between its words, and its parts are its characters.
 */
export interface Piece extends Part {
  readonly kind: 'word' | 'run';
  readonly parts: readonly Part[];
}

// Japanese, Chinese, and the scripts of South-East Asia. The last few are of no script, or of several, by Unicode’s account.
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々\u3099\u309A\uFF70\uFF9E\uFF9F]`;
const spaced = String.raw`[[\p{L}\p{N}\p{M}]--${unspaced}]`;
const joint = String.raw`(?:[\-‐‑–'’._\/]|(?<=\p{N}),(?=\p{N}))`;
const piece = new RegExp(`(${unspaced}+)|${spaced}+(?:${joint}${spaced}+)*`, 'gv');
const joints = new RegExp(joint, 'v');
const word = new RegExp(`${spaced}+`, 'gv');
// A voiced mark, a vowel sign or a tone belongs to the character before it.
const character = /.[\p{M}\uFF9E\uFF9F]*/gsu;

/** The words and runs of a text, in order. */
export function pieces(text: string): readonly Piece[] {
  return Array.from(text.matchAll(piece), ({ 0: found, 1: run, index: from }) => {
    const to = from + found.length;
    if (run === undefined && !joints.test(found)) {
      const whole: Part = { folded: fold(found), from, to };
      return { kind: 'word', ...whole, parts: [whole] };
    }
    const parts = split(found, run === undefined ? word : character, from);
    const folded = parts.map((part) => part.folded).join('');
    return { kind: run === undefined ? 'word' : 'run', folded, from, to, parts };
  });
}

function split(text: string, pattern: RegExp, at: number): readonly Part[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    folded: fold(found),
    from: at + index,
    to: at + index + found.length,
  }));
}
