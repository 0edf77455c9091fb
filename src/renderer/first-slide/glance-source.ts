import { EditorState } from '@codemirror/state';
import type { DeckGlance } from '../../contract/schemas/deck.ts';
import type { DeckSettings } from '../../core/deck/deck-settings.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { lineSeparator } from '../../core/deck/line-ends.ts';
import { slideBody, slideIndex, slideIndexField } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { renderSlide } from '../slide/slide-element.ts';
import type { StageSource } from '../stage/stage-source.ts';

/** One slide of a deck, as a stage shows it, and what the deck's look is made from. */
export interface GlanceSource {
  readonly source: StageSource;
  readonly settings: DeckSettings;
  readonly key: string;
  /** The slide's Markdown. */
  readonly body: string;
}

/**
 * The slide with a number, from 1 in file order, of a deck of which only the beginning may have been read; `null` where that does not hold
 * all of the slide.
 */
export function glanceSource({ text, isWhole, assets }: DeckGlance, number: number): GlanceSource | null {
  const state = EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of(lineSeparator(text)), slideIndexField],
  });
  const index = slideIndex(state);
  const slide = index.slides[number - 1];
  // The last one that was read may go on.
  if (slide === undefined || (!isWhole && number === index.slides.length)) return null;
  const { settings } = deckSettings(state);
  const { key } = slide;
  const matter = { body: slideBody(state, slide), label: slideLabelOf(index, key), drawings: [] };
  const { notesSeparator } = settings;
  return {
    key,
    settings,
    body: matter.body,
    source: {
      slides: [{ key, break: 'horizontal', label: matter.label, counted: true }],
      matter: () => matter,
      render: ({ body, label }) => renderSlide({ body, label, notesSeparator, assets }).section,
      prepare: () => {},
    },
  };
}
