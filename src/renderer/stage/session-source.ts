import type { EditorState } from '@codemirror/state';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideBody, type SlideIndex, slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf, slideLabels } from '../../core/deck/slide-label.ts';
import { perOutline } from '../../core/deck/slide-outline.ts';
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
    slides: (hidden ? allSlides : shownSlides)(slideIndex(state)),
    matter: (key) => slideMatter(state, key),
    render: (matter) => renderMatter(state, matter, assets).section,
  };
}

/** What the slide's picture is made from; an empty slide's where the key is gone. */
export function slideMatter(state: EditorState, key: string): SlideMatter {
  const found = lookUpSlide(slideIndex(state), key);
  return {
    body: found === undefined ? '' : slideBody(state, found.slide),
    label: slideLabelOf(slideIndex(state), key),
    drawings: drawingsOn(state, key),
  };
}

/** Renders a slide by the deck's own rules. */
export function renderMatter(state: EditorState, matter: SlideMatter, assets: string): ReturnType<typeof renderSlide> {
  const { notesSeparator } = deckSettings(state).settings;
  return renderSlide({ body: matter.body, label: matter.label, notesSeparator, assets });
}

/** Without its hidden slides, a stack whose first slide is hidden starts with the next one. */
function listSlides(index: SlideIndex, hidden: boolean): readonly StageSlide[] {
  const shown: StageSlide[] = [];
  const labels = slideLabels(index);
  let startsColumn = true;
  for (const [i, slide] of index.slides.entries()) {
    if (slide.break === 'horizontal') startsColumn = true;
    const visibility = slide.attributes.get('data-visibility');
    if (!hidden && visibility === 'hidden') continue;
    shown.push({
      key: slide.key,
      break: startsColumn ? 'horizontal' : 'vertical',
      label: labels[i] ?? '',
      counted: visibility !== 'uncounted',
    });
    startsColumn = false;
  }
  return shown;
}

const allSlides = perOutline((index) => listSlides(index, true));
const shownSlides = perOutline((index) => listSlides(index, false));
