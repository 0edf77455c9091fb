import { EditorState } from '@codemirror/state';
import type { DeckGlance } from '../../contract/schemas/deck.ts';
import type { DeckSettings } from '../../core/deck/deck-settings.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { lineSeparator } from '../../core/deck/line-ends.ts';
import { slideBody, slideIndex, slideIndexField } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import type { SlideSource } from '../slide/slide-element.ts';

/** One slide of a deck, to be rendered, and what the deck's look is made from. */
export interface GlanceSlide {
  readonly source: SlideSource;
  readonly settings: DeckSettings;
}

/**
 * The slide with a number, from 1 in file order, of a deck of which only the beginning may have been read; `null` where that does not hold
 * all of the slide.
 */
export function glanceSlide({ text, isWhole, assets }: DeckGlance, number: number): GlanceSlide | null {
  const state = EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of(lineSeparator(text)), slideIndexField],
  });
  const index = slideIndex(state);
  const slide = index.slides[number - 1];
  // The last one that was read may go on.
  if (slide === undefined || (!isWhole && number === index.slides.length)) return null;
  const { settings } = deckSettings(state);
  const { notesSeparator } = settings;
  const label = slideLabelOf(index, slide.key);
  return { settings, source: { body: slideBody(state, slide), label, notesSeparator, assets } };
}
