/**
 * What `print.html` is told, as the JSON document that it reads from `print-job.json` beside it. The page that prints
 * has no bridge to the host: this is all it gets, and the marks it sets on its root element are all it answers.
 */
export interface PrintJob {
  /** The deck's text, without a byte order mark. */
  readonly text: string;
  /** The annotations sidecar's text, or `null` to print none. */
  readonly annotations: string | null;
  /** Slide numbers to print, from 1 in file order, in this order: one page each. */
  readonly slides: readonly number[];
  /** Where the deck's images are, relative to the page; ends with `/`. */
  readonly assets: string;
}

/**
 * Set on the print page's root element as `data-print`, when it is laid out with fonts and images loaded. `failed` comes
 * with the reason in `data-print-problem`.
 */
export type PrintState = 'ready' | 'failed';
