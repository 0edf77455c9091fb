/** What is known of a slide when it has to be found again. */
export interface SlideTrace {
  readonly id: string | null;
  /** Of its whole text; see {@link fingerprint}. */
  readonly fingerprint: string;
  /** Its text, or as much of it as was kept. */
  readonly text: string;
  /** Its number when it was last seen, from 1, where that is known: for people. */
  readonly number?: number;
}

/**
 * Slides that share less than this part of their words and pairs of words are not taken for one another; see `alikePairs`.
 */
export const likenessThreshold = 0.5;

/** How much of a slide's text is kept to find it again by, in UTF-16 code units. */
export const traceLength = 2000;

export function traceOf(body: string, id: string | null): SlideTrace {
  return { id, fingerprint: fingerprint(body), text: body.slice(0, traceLength) };
}

/**
 * A 53-bit fingerprint of a text, in hex, whatever its white space: cyrb53 (bryc, public domain). It tells slides of one deck
 * apart; it is no protection against anybody.
 */
export function fingerprint(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    for (let i = 0; i <= word.length; i++) {
      const code = i === word.length ? 32 : word.charCodeAt(i);
      h1 = Math.imul(h1 ^ code, 2654435761);
      h2 = Math.imul(h2 ^ code, 1597334677);
    }
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(14, '0');
}
