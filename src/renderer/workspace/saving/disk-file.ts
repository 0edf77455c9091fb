import type { SaveOutcome } from '../../../contract/schemas.ts';

/**
 * One file of an open deck, as it was last seen on disk. It knows the revision to save over, and so whether somebody else
 * has been there.
 */
export class DiskFile {
  #revision: string | null;
  #text: string | null;
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

  /** Takes note of what the file holds now, or of a revision to save over whatever it holds. */
  seen(text: string | null, revision: string | null): void {
    this.#text = text;
    this.#revision = revision;
  }

  /**
   * Writes `text` if the file does not hold it already.
   * @returns the revision that somebody else wrote (`null`: the file is gone) where there was one, and nothing was written
   */
  async save(text: string): Promise<{ readonly theirs: string | null } | null> {
    if (text === this.#text) return null;
    const outcome = await this.#write(text, this.#revision);
    if (outcome.outcome === 'changed-on-disk') return { theirs: outcome.revision };
    this.seen(text, outcome.revision);
    return null;
  }
}
