/**
 * What `print.html` is told, as the JSON document that it reads from `print-job.json` beside it. The page that prints
 * has no bridge to the host: this is all it gets, and the marks it sets on its root element are all it answers.
 */
export type { PrintedQuote, PrintJob, PrintSlide } from '../core/export/print-job.ts';

/**
 * Set on the print page's root element as `data-print`, when it is laid out with fonts and images loaded. `failed` comes
 * with the reason in `data-print-problem`; `ready` with what was wrong with the slides, diagnostics as a JSON array, in
 * `data-print-diagnostics`, and where quoted words stand, an array of `PrintedQuote`, in `data-print-quotes`.
 */
export type PrintState = 'ready' | 'failed';

/**
 * The event on the document that gives the print page its next job once it has been printed; the query of the job’s address stands on its
 * root element as `data-print-query`. The page takes `data-print` away at once, and sets it again when the new job is laid out: what it has
 * loaded serves again, and so does its code, which runs fast by then.
 */
export const nextJobEvent = 'lectern-next-job';
