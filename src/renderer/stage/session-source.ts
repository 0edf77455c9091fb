import type { EditorState } from '@codemirror/state';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideBody, type SlideIndex, slideIndex } from '../../core/deck/slide-index.ts';
import { isHidden } from '../../core/deck/summary.ts';
import { inkOf } from '../annotate/ink-by-slide.ts';
import { renderSlide } from '../slide/slide-element.ts';
import { lookUpSlide } from './slide-lookup.ts';
import type { SlideMatter, StageSlide, StageSource } from './stage-source.ts';

export interface SourceOptions {
  /** URL of the deck's folder; ends with `/`. */
  readonly assets: string;
  /** Whether hidden slides are shown: when editing they are, to an audience they are not. */
  readonly hidden: boolean;
}

/** The deck in `state`, as a stage shows it. */
export function sessionSource(state: EditorState, { assets, hidden }: SourceOptions): StageSource {
  return {
    slides: stageSlides(slideIndex(state), hidden),
    matter: (key) => slideMatter(state, key),
    render: (matter) => renderMatter(state, matter, assets).section,
  };
}

/** What the slide's picture is made from; an empty slide's where the key is gone. */
export function slideMatter(state: EditorState, key: string): SlideMatter {
  const found = lookUpSlide(slideIndex(state), key);
  return {
    body: found === undefined ? '' : slideBody(state, found.slide),
    number: found?.number ?? 0,
    ink: inkOf(state, key),
  };
}

/** Renders a slide by the deck's own rules. */
export function renderMatter(state: EditorState, matter: SlideMatter, assets: string): ReturnType<typeof renderSlide> {
  const { notesSeparator } = deckSettings(state).settings;
  return renderSlide({ body: matter.body, number: matter.number, notesSeparator, assets });
}

/** Without its hidden slides, a stack whose first slide is hidden starts with the next one. */
function stageSlides(index: SlideIndex, hidden: boolean): readonly StageSlide[] {
  if (hidden) return index.slides;
  const shown: StageSlide[] = [];
  let startsColumn = true;
  for (const slide of index.slides) {
    if (slide.break === 'horizontal') startsColumn = true;
    if (isHidden(slide)) continue;
    shown.push({ key: slide.key, break: startsColumn ? 'horizontal' : 'vertical' });
    startsColumn = false;
  }
  return shown;
}
