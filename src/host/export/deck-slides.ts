import type { EditorState } from '@codemirror/state';
import type { SlideToLayOut } from '../../contract/slides-job.ts';
import { loadAnnotations } from '../../core/annotations/sidecar/read.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { deckDiagnostics, foundByDrawing } from '../../core/checks/deck-diagnostics.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckSettings, type DeckSettings } from '../../core/deck/front-matter.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { deckTitle, type SlideSummary, summarise } from '../../core/deck/summary.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { LookSettings } from '../../core/export/look-settings.ts';
import { type LeftOut, planPages } from '../../core/export/page-plan.ts';
import type { ExportOrder } from './writer.ts';

/** A deck taken apart into the slides that are exported. */
export interface DeckSlides {
  readonly title: string;
  readonly settings: DeckSettings;
  /** In numbers, and to be laid out: one for one. */
  readonly summaries: readonly SlideSummary[];
  readonly slides: readonly SlideToLayOut[];
  readonly leftOut: readonly LeftOut[];
  /** What the deck’s text tells; what the laid-out slides tell comes with them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the deck of an order apart. Throws a Failure: `no-such-slide`, `bad-arguments`, or why the ink cannot be read. */
export function deckSlides(order: ExportOrder): DeckSlides {
  const state = openOrder(order);
  const all = summarise(state);
  const plan = planPages(all, order.options);
  const chosen = new Set(plan.slides);
  const summaries = all.filter(({ number }) => chosen.has(number));
  return {
    title: deckTitle(state) || order.fileName,
    settings: deckSettings(state).settings,
    summaries,
    slides: summaries.map((summary) => slideToLayOut(state, summary)),
    leftOut: plan.leftOut,
    diagnostics: deckDiagnostics(state).filter(({ code }) => !foundByDrawing.has(code)),
  };
}

/** The settings that make a deck’s look, as its page wants them. */
export function lookSettings({ settings }: Pick<DeckSlides, 'settings'>): LookSettings {
  const { size, theme, lang, css, footer, notesSeparator, revealOptions } = settings;
  return { size, theme, lang, css, footer, notesSeparator, revealOptions };
}

function openOrder({ text, annotations, options }: ExportOrder): EditorState {
  const state = createDeck(text);
  if (annotations === null || options.annotations === 'none') return state;
  const loaded = loadAnnotations(annotations, state);
  // A later version’s annotations come with a problem, and can still be shown.
  if (loaded.problem !== null && loaded.annotations.length === 0) throw loaded.problem;
  return createDeck(text, loaded);
}

function slideToLayOut(state: EditorState, { number, h, v }: SlideSummary): SlideToLayOut {
  const slide = slideIndex(state).slides[number - 1];
  if (slide === undefined) throw new RangeError(`There is no slide ${number}`);
  const firstLine = state.doc.lineAt(slide.from).number;
  return { number, h, v, body: slideBody(state, slide), firstLine, drawings: drawingsOn(state, slide.key) };
}
