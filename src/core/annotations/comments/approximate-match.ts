/** A part of a text that is nearly a pattern. */
export interface NearMatch {
  readonly from: number;
  readonly to: number;
  /** Characters to put in, take out or replace. */
  readonly errors: number;
}

/**
 * The parts of a text that differ from a pattern in at most so many characters, one for each place where the fewest differ:
 * Sellers' algorithm. Case and the kind of white space make no difference. Time grows with text times pattern.
 */
export function nearMatches(text: string, pattern: string, mostErrors: number): readonly NearMatch[] {
  const [letters, wanted] = [foldedCodes(text), foldedCodes(pattern)];
  const rows = wanted.length;
  /** For each length of the pattern's start: the fewest errors of a part that ends here, and where that part starts. */
  let [errors, starts] = [Int32Array.from({ length: rows + 1 }, (_, row) => row), new Int32Array(rows + 1)];
  let [nextErrors, nextStarts] = [new Int32Array(rows + 1), new Int32Array(rows + 1)];
  const found: NearMatch[] = [];
  let before = Infinity;
  let last: NearMatch | null = null;
  for (let at = 0; at < letters.length; at++) {
    nextErrors[0] = 0;
    nextStarts[0] = at + 1;
    for (let row = 1; row <= rows; row++) {
      const same = letters[at] === wanted[row - 1] ? 0 : 1;
      const replaced = (errors[row - 1] ?? 0) + same;
      const added = (errors[row] ?? 0) + 1;
      const left = (nextErrors[row - 1] ?? 0) + 1;
      const least = Math.min(replaced, added, left);
      nextErrors[row] = least;
      nextStarts[row] =
        least === replaced ? (starts[row - 1] ?? 0) : least === added ? (starts[row] ?? 0) : (nextStarts[row - 1] ?? 0);
    }
    [errors, nextErrors] = [nextErrors, errors];
    [starts, nextStarts] = [nextStarts, starts];
    const now = errors[rows] ?? 0;
    // The best end is where the errors stop falling.
    if (last !== null && now >= before) {
      found.push(last);
      last = null;
    }
    if (now <= mostErrors && now < before) last = { from: starts[rows] ?? 0, to: at + 1, errors: now };
    before = now;
  }
  return last === null ? found : [...found, last];
}

/** How alike two texts are, from 0 to 1: the part of the longer one's characters that can stay. */
export function textLikeness(a: string, b: string): number {
  const [one, other] = [foldedCodes(a), foldedCodes(b)];
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  let row = Int32Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = new Int32Array(other.length + 1);
    next[0] = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return 1 - (row[other.length] ?? 0) / longer;
}

/** Characters as numbers, one for one, in small letters and with one kind of white space. */
function foldedCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const small = letter.toLowerCase();
    codes[i] = /\s/.test(letter) ? 32 : (small.length === 1 ? small : letter).charCodeAt(0);
  }
  return codes;
}
