import type { EditorState, Transaction } from '@codemirror/state';
import { slideByKey, slideIndex } from '../deck/slide-index.ts';
import type { Range } from '../deck/slide.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** A diagnostic that its reader can go to, and may be able to mend. */
export interface Problem extends Diagnostic {
  /** Names the problem among those of the deck, and stays while the deck changes elsewhere. */
  readonly id: string;
  /** The slide that it is in; `null` for the front matter. */
  readonly key: string | null;
  /** Its place: in the slide's body, or in the front matter's text from the start of the file. */
  readonly at: Range;
  readonly mend: Mend | null;
}

export interface Mend {
  /** In the form of a button, such as `Put a blank line above`. */
  readonly label: string;
  /** A pure command; `null` where the slide has changed since. */
  readonly command: (state: EditorState) => Transaction | null;
}

/** Where a problem stands in the deck as it is now, as far as that can be told; `null` where its slide is gone. */
export function problemRange(state: EditorState, { key, at }: Problem): Range | null {
  const slide = key === null ? null : slideByKey(slideIndex(state), key);
  if (slide === undefined) return null;
  const start = slide?.from ?? 0;
  const end = slide?.to ?? slideIndex(state).head.to;
  return { from: Math.min(start + at.from, end), to: Math.min(start + at.to, end) };
}
