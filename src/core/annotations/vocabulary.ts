// The characters of scripts without spaces count as words.
const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** More words than this are not told apart: far more than any deck has. */
const mostWords = 2 ** 26;

/** Numbers for what texts are compared by: their words and pairs of neighbouring words, whatever their case. */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  /** By the numbers of a word and the next one, in one number. */
  readonly #pairs = new Map<number, number>();
  /** For a feature the one that stands for its being there once more. */
  readonly #again = new Map<number, number>();
  #size = 0;

  /** How many numbers there are; they count from 0. */
  get size(): number {
    return this.#size;
  }

  /** A text's features: one that is there twice is two. No number is there twice. */
  features(text: string): readonly number[] {
    const seen = new Set<number>();
    let before = -1;
    for (const word of text.toLowerCase().match(wordPattern) ?? []) {
      const number = this.#number(this.#words, word);
      this.#add(seen, number);
      if (before !== -1) this.#add(seen, this.#number(this.#pairs, before * mostWords + number));
      before = number;
    }
    return [...seen];
  }

  #add(seen: Set<number>, feature: number): void {
    let number = feature;
    while (seen.has(number)) number = this.#number(this.#again, number);
    seen.add(number);
  }

  #number<T>(known: Map<T, number>, name: T): number {
    let number = known.get(name);
    if (number === undefined) {
      number = this.#size++;
      known.set(name, number);
    }
    return number;
  }
}
