import type { EditorState } from '@codemirror/state';
import { loadAnnotations } from '../../core/annotations/sidecar/read.ts';
import { deckDiagnostics, foundByDrawing } from '../../core/checks/deck-diagnostics.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { planPrint, type PrintPlan } from '../../core/export/print-plan.ts';
import type { PdfMetadata } from './pdf-metadata.ts';
import type { ExportOrder } from './writer.ts';

/** A deck taken apart for print. */
export interface DeckPages extends PrintPlan {
  readonly metadata: Omit<PdfMetadata, 'producer' | 'created'>;
  /** What the deck’s text tells; what the pages tell comes with them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the pages of a deck. Throws a Failure: `no-such-slide`, `bad-arguments`, or why the ink cannot be read. */
export function deckPages(order: ExportOrder): DeckPages {
  const state = openOrder(order);
  const { lang, author, subtitle, keywords } = deckSettings(state).settings;
  const plan = planPrint(state, order.options, order.fileName);
  return {
    ...plan,
    metadata: {
      title: plan.job.title,
      author: author ?? '',
      subject: subtitle ?? '',
      keywords,
      lang: lang ?? 'en',
    },
    diagnostics: [
      ...deckDiagnostics(state).filter(({ code }) => !foundByDrawing.has(code)),
      ...(order.options.sources && plan.job.sources.length === 0 ? [noSources] : []),
    ],
  };
}

const noSources: Diagnostic = {
  code: 'no-sources',
  severity: 'warning',
  message: 'The deck’s front matter names no sources: there is no page of them.',
};

function openOrder({ text, annotations, options }: ExportOrder): EditorState {
  const state = createDeck(text);
  if (annotations === null || (options.annotations === 'none' && !options.comments)) return state;
  const loaded = loadAnnotations(annotations, state);
  // A later version’s annotations come with a problem, and can still be shown.
  if (loaded.problem !== null && loaded.annotations.length === 0) throw loaded.problem;
  return createDeck(text, loaded);
}
