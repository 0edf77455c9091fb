import type { EditorState } from '@codemirror/state';
import type { DeckFiles } from './deck-files.ts';
import type { Finding } from './finding.ts';
import type { ShownFile } from './shown-files.ts';
import type { SlideText } from './slide-text.ts';

/** A finding of a rule that looks at the deck as a whole. */
export interface DeckFinding extends Finding {
  /** The slide's place, from 0; `null` for the front matter, whose offsets count from the start of the file. */
  readonly slide: number | null;
}

/**
 * One thing to look for. A rule says what one slide's text tells wherever it can: that is found once, and kept until the
 * text changes. All three are pure.
 */
export interface Rule {
  /** What one slide's text tells. */
  readonly inSlide?: (slide: SlideText) => readonly Finding[];
  /** What a file tells that a slide shows, given the files beside the deck: asked each time, so it only looks things up. */
  readonly inFile?: (shown: ShownFile, files: DeckFiles) => readonly Finding[];
  /** What only the whole deck tells: asked each time, so it reads no bodies but those it has something to say about. */
  readonly inDeck?: (state: EditorState) => readonly DeckFinding[];
}
