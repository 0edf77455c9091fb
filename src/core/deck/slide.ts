import type { FrontMatterBlock } from './front-matter-block.ts';
import type { CustomSeparators } from './separators.ts';
import type { LostSlides } from './slide-keys.ts';
import type { SlideOutline } from './slide-outline.ts';

/**
 * A part of a deck's text: `from` up to, not including, `to`. Offsets count UTF-16 code units of the editor document, in
 * which every line break is one character whatever the file's own line ends are.
 */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a break does: starts the next column, or goes down in the same stack. */
export type BreakKind = 'horizontal' | 'vertical';

/** Attributes by name, in the order they were written. */
export type Attributes = ReadonlyMap<string, string>;

/** One slide. Its range is its body: from the first line that is not blank to the end of the last one. */
export interface Slide extends Range {
  /** Names the slide while the deck is open; follows it through moves and edits. */
  readonly key: string;
  /** The break in front of it; the deck's first slide counts as horizontal. */
  readonly break: BreakKind;
  /** What `<!-- .slide: … -->` comments in it say, as written: nothing is allowed or dropped here. */
  readonly attributes: Attributes;
  /** Stands for the slide's text: the same object only while that stays, so that what was made from it can be kept. */
  readonly textId: object;
}

/** Where a slide stands in reveal.js: column and row, from 0. */
export interface Coordinates {
  readonly h: number;
  readonly v: number;
}

/**
 * Where every slide of a deck stands. Slide bodies and the gaps between them tile the text: `head`, then a gap and a body
 * for each slide, then the tail. A gap holds the break and the blank lines around it.
 */
export interface SlideIndex {
  /** The byte order mark and the front matter, if any. */
  readonly head: Range;
  readonly frontMatter: FrontMatterBlock | null;
  /** At least one slide; an empty file is one empty slide. */
  readonly slides: readonly Slide[];
  /** What the slides are but for their text; the same object while that stays. */
  readonly outline: SlideOutline;
  /** Where each slide's segment starts, right after the break in front of it: where a scan can begin afresh. */
  readonly starts: readonly number[];
  /** The line that would close a code block or comment which the last slide leaves open; `null` for none. */
  readonly closer: string | null;
  /** The deck's own separators; `null` where the dialect's rules hold. */
  readonly separators: CustomSeparators | null;
  /** The number in the next key. */
  readonly nextKey: number;
  /** Slides that edits made vanish. */
  readonly lost: LostSlides;
}
