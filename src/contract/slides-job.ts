import type { Drawing } from '../core/annotations/drawing/drawing.ts';
import type { LookSettings } from '../core/export/look-settings.ts';

/**
 * What `slides.html` is told, as the JSON document `slides-job.json` beside it: slides to lay out one below the other, and
 * what to make of them. It marks its root element as `print.html` does; what it makes stands as text in the element
 * {@link slidesAnswer}.
 */
export interface SlidesJob {
  readonly title: string;
  readonly settings: LookSettings;
  readonly slides: readonly SlideToLayOut[];
  /** Where the deck’s images are, relative to the page; ends with `/`. */
  readonly assets: string;
  /**
   * `pictures`: nothing more, the slides are photographed. `drawing`: a `DrawnDeck` of `core/export`. `web-page`: a
   * {@link WebSlides}.
   */
  readonly make: 'pictures' | 'drawing' | 'web-page';
  /** Whether notes come with what is made. */
  readonly notes: boolean;
}

export interface SlideToLayOut {
  /** From 1 in file order, slides that are not exported counted. */
  readonly number: number;
  /** Its place in reveal.js, from 0: what links such as `#/2/1` name. */
  readonly h: number;
  readonly v: number;
  /** Its Markdown with its notes, line ends as `\n`. */
  readonly body: string;
  /** The line of the file that its body starts on, from 1. */
  readonly firstLine: number;
  /** What is drawn on it, the lowest first. */
  readonly drawings: readonly Drawing[];
}

/** The id of the element that holds the page’s answer, as JSON. */
export const slidesAnswer = 'lectern-answer';

/** A deck’s slides as a web page needs them. */
export interface WebSlides {
  /** Markup of one column each: a section, or a stack of them. Sanitised. Addresses of files are `asset:` and an index. */
  readonly columns: readonly string[];
  /** Addresses on the site of the files that the columns and the styles name. */
  readonly assets: readonly string[];
  /** `@font-face` rules of the fonts that the slides are set in, and the deck’s own style sheets; with `asset:` addresses. */
  readonly css: string;
  /** Attributes of the element around the slides, which its look hangs on. */
  readonly look: Readonly<Record<string, string>>;
}
