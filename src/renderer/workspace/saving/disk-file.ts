import type { SaveOutcome } from '../../../contract/schemas/deck.ts';

/**
 * One file of an open deck, as it was last seen on disk. It knows the revision to save over, and so whether somebody else
 * has been there.
 */
export class DiskFile {
  #revision: string | null;
  #text: string | null;
  /** Whether the next save writes in any case. */
  #overwrites = false;
  readonly #write: (text: string, base: string | null) => Promise<SaveOutcome>;

  /**
   * @param text What the file held when it was read; `null` where there is none.
   * @param write Writes the file, unless it is no longer at revision `base`.
   */
  constructor(
    text: string | null,
    revision: string | null,
    write: (text: string, base: string | null) => Promise<SaveOutcome>,
  ) {
    this.#text = text;
    this.#revision = revision;
    this.#write = write;
  }

  get revision(): string | null {
    return this.#revision;
  }

  get text(): string | null {
    return this.#text;
  }

  /** Takes note of what the file holds now. */
  seen(text: string | null, revision: string | null): void {
    this.#text = text;
    this.#revision = revision;
    this.#overwrites = false;
  }

  /** Has the next save write over `revision`, whatever the file holds; `text` is what there is to keep of it, if known. */
  overwrite(revision: string | null, text: string | null = this.#text): void {
    this.seen(text, revision);
    this.#overwrites = true;
  }

  /**
   * Writes `text` if the file does not hold it already.
   * @returns the revision that somebody else wrote (`null`: the file is gone) where there was one, and nothing was written
   */
  async save(text: string): Promise<{ readonly theirs: string | null } | null> {
    if (text === this.#text && !this.#overwrites) return null;
    const outcome = await this.#write(text, this.#revision);
    if (outcome.outcome === 'changed-on-disk') return { theirs: outcome.revision };
    this.seen(text, outcome.revision);
    return null;
  }
}
