import type { PrintJob } from './print-job.ts';

/**
 * What `slides.html` is told, as the JSON document `slides-job.json` beside it: slides to lay out one below the other, and
 * what to make of them. It marks its root element as `print.html` does; what it makes stands as text in the element
 * {@link slidesAnswer}.
 */
export interface SlidesJob extends PrintJob {
  /**
   * `pictures`: nothing more, the slides are photographed. `drawing`: a `Drawing` of `core/export`. `web-page`: a
   * {@link WebSlides}.
   */
  readonly make: 'pictures' | 'drawing' | 'web-page';
  /** Whether notes come with what is made. */
  readonly notes: boolean;
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
