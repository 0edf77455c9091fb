import type { EditorState } from '@codemirror/state';
import type { PrintJob, PrintSlide } from '../../contract/print-job.ts';
import { loadAnnotations } from '../../core/annotations/sidecar/read.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckDiagnostics, foundByDrawing } from '../../core/checks/deck-diagnostics.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { deckTitle, type SlideSummary, summarise } from '../../core/deck/summary.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type OutlineEntry, planOutline } from '../../core/export/outline.ts';
import { type LeftOut, planPages } from '../../core/export/page-plan.ts';
import type { PdfMetadata } from './pdf-metadata.ts';
import type { ExportOrder } from './writer.ts';

/** A deck taken apart for print. */
export interface DeckPages {
  readonly job: Omit<PrintJob, 'assets'>;
  readonly metadata: Omit<PdfMetadata, 'producer' | 'created'>;
  readonly outline: readonly OutlineEntry[];
  readonly leftOut: readonly LeftOut[];
  /** What the deck’s text tells; what the pages tell comes with them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the pages of a deck. Throws a Failure: `no-such-slide`, `bad-arguments`, or why the ink cannot be read. */
export function deckPages(order: ExportOrder): DeckPages {
  const state = openOrder(order);
  const { size, theme, lang, css, footer, notesSeparator, revealOptions, author, subtitle } =
    deckSettings(state).settings;
  const title = deckTitle(state) || order.fileName;
  const slides = summarise(state);
  const plan = planPages(slides, order.options);
  const printed = new Set(plan.slides);
  const onPages = slides.filter(({ number }) => printed.has(number));
  return {
    job: {
      title,
      settings: { size, theme, lang, css, footer, notesSeparator, revealOptions },
      slides: onPages.map((slide) => printSlide(state, slide)),
    },
    metadata: { title, author: author ?? '', subject: subtitle ?? '', lang: lang ?? 'en' },
    outline: planOutline(onPages),
    leftOut: plan.leftOut,
    diagnostics: deckDiagnostics(state).filter(({ code }) => !foundByDrawing.has(code)),
  };
}

function openOrder({ text, annotations, options }: ExportOrder): EditorState {
  const state = createDeck(text);
  if (annotations === null || options.annotations === 'none') return state;
  const loaded = loadAnnotations(annotations, state);
  // A later version’s annotations come with a problem, and can still be shown.
  if (loaded.problem !== null && loaded.annotations.length === 0) throw loaded.problem;
  return createDeck(text, loaded);
}

function printSlide(state: EditorState, { number, h, v }: SlideSummary): PrintSlide {
  const slide = slideIndex(state).slides[number - 1];
  if (slide === undefined) throw new RangeError(`There is no slide ${number}`);
  const firstLine = state.doc.lineAt(slide.from).number;
  return { number, h, v, body: slideBody(state, slide), firstLine, drawings: drawingsOn(state, slide.key) };
}
