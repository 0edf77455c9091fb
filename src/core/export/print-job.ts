import type { TextQuote } from '../annotations/comments/text-quote.ts';
import type { Drawing } from '../annotations/drawing/drawing.ts';
import type { TextLabel } from '../annotations/drawing/label.ts';
import type { Area } from '../annotations/drawing/geometry.ts';
import type { PageLayout } from './page-layout.ts';
import type { LookSettings } from './look-settings.ts';

/** What pages are laid out from: slides, how they look, and how they stand on paper. */
export interface PrintJob {
  readonly title: string;
  readonly settings: LookSettings;
  readonly layout: PageLayout;
  /** In this order. */
  readonly slides: readonly PrintSlide[];
  /** Where slides are that other jobs of the same document print: for links to them. */
  readonly elsewhere: readonly Pick<PrintSlide, 'number' | 'h' | 'v'>[];
  /** The page before the first slide, if there is to be one. */
  readonly cover: PrintCover | null;
  /** What the page after the last slide lists; none, no page. */
  readonly sources: readonly PrintSource[];
  /** Labels to print on sheets of their own after all others: what they look like as annotations; see `label-sheet.ts`. */
  readonly labels: readonly TextLabel[];
  /** Where the deck’s images are, relative to the page; ends with `/`. */
  readonly assets: string;
}

/** One slide to print: the host has taken the deck apart, so that the page need not load what that takes. */
export interface PrintSlide {
  /** From 1 in file order, slides that are not printed counted. */
  readonly number: number;
  /** Its place in reveal.js, from 0: what links such as `#/2/1` name. */
  readonly h: number;
  readonly v: number;
  /** Its first heading as plain text; '' for none. */
  readonly title: string;
  /** Its Markdown with its notes, line ends as `\n`. */
  readonly body: string;
  /** The line of the file that its body starts on, from 1. */
  readonly firstLine: number;
  /** What is drawn on it, the lowest first. */
  readonly drawings: readonly Drawing[];
  /** Words on it whose place is wanted. */
  readonly quotes: readonly PrintQuote[];
}

/** Words to be found on a slide as it is shown. */
export interface PrintQuote extends TextQuote {
  /** What asks for them: the id of a comment. */
  readonly id: string;
}

/** Where words were found on a slide: a box for each line of them, in slide units. */
export interface PrintedQuote {
  readonly id: string;
  readonly boxes: readonly Area[];
}

/** What a cover says, each on a line of its own; texts that the deck does not have are ''. */
export interface PrintCover {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly date: string;
  /** How much there is: `24 slides · 30 minutes`. */
  readonly extent: string;
}

/** A source that the deck names. */
export interface PrintSource {
  readonly text: string;
  /** A web address; '' for none. */
  readonly url: string;
  /** What is known about it: date, reliability, credibility. */
  readonly facts: readonly string[];
  /** Numbers of the printed slides that cite it. */
  readonly slides: readonly number[];
}
