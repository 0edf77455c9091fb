import type { Drawing } from '../core/annotations/drawing/drawing.ts';

/**
 * What `print.html` is told, as the JSON document that it reads from `print-job.json` beside it. The page that prints
 * has no bridge to the host: this is all it gets, and the marks it sets on its root element are all it answers.
 */
export interface PrintJob {
  readonly title: string;
  /** The settings that make the deck’s look. */
  readonly settings: {
    /** The slide’s size in CSS pixels. */
    readonly size: { readonly width: number; readonly height: number };
    readonly theme?: string | undefined;
    readonly lang?: string | undefined;
    readonly css?: readonly string[] | undefined;
    readonly footer?: string | undefined;
    readonly revealOptions?: Readonly<Record<string, string | number | boolean>> | undefined;
    readonly notesSeparator?: string | undefined;
  };
  /** One page each, in this order. */
  readonly slides: readonly PrintSlide[];
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
  /** Its Markdown with its notes, line ends as `\n`. */
  readonly body: string;
  /** The line of the file that its body starts on, from 1. */
  readonly firstLine: number;
  /** What is drawn on it, the lowest first. */
  readonly drawings: readonly Drawing[];
}

/**
 * Set on the print page's root element as `data-print`, when it is laid out with fonts and images loaded. `failed` comes
 * with the reason in `data-print-problem`; `ready` with what was wrong with the slides, diagnostics as a JSON array, in
 * `data-print-diagnostics`.
 */
export type PrintState = 'ready' | 'failed';
