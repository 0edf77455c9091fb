/** A document that people marked, taken apart by whoever can read it. */
export interface Review {
  /** Its name, such as `talk reviewed.pdf`. */
  readonly name: string;
  /** What is on its pages, as an annotation collection with its slides. */
  readonly collection: string;
  /** What was on them when it was exported, as far as the pages are still there; `null` where it does not say. */
  readonly exported: string | null;
  readonly leftOut: readonly LeftOutMark[];
}

/** Something on a page that becomes no annotation of the deck. */
export interface LeftOutMark {
  /** Of the document, from 1. */
  readonly page: number;
  /** What it is, as the document calls it: `Stamp`. */
  readonly kind: string;
  readonly author: string;
  readonly text: string;
  /** Why: nothing on slides is like it, or it stands on no slide. */
  readonly reason: 'kind' | 'no-slide';
}

/** Set on a comment that is where it was when the document was exported: what it is about is as it was. */
export const unmovedField = 'lectern:unmoved';
