import type { SlidesJob } from '../../../contract/slides-job.ts';
import type { DrawnBackground, DrawnSlide, DrawnDeck } from '../../../core/export/drawn-deck.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { dressInLook, type DeckLook } from '../../slide/deck-look.ts';
import { slideBackground } from '../../slide/slide-background.ts';
import { emptySheet, type LaidOutDeck, type LaidOutSlide } from '../sheets.ts';
import { visibleColour } from './colours.ts';
import { drawNotes } from './draw-notes.ts';
import { areaSource, Pictures } from './draw-picture.ts';
import { SlideDrawer } from './draw-slide.ts';
import { drawTheme } from './draw-theme.ts';

/** Takes the slides of a page apart, and says what about them is simpler than it was. */
export async function drawDeck(
  job: SlidesJob,
  { look, slides }: LaidOutDeck,
): Promise<{ readonly drawing: DrawnDeck; readonly diagnostics: readonly Diagnostic[] }> {
  const theme = drawTheme(look);
  const pictures = new Pictures(new URL(job.assets, document.baseURI).href);
  const numbers = new Map(slides.map(({ sheet, slide }) => [sheet.id, slide.number]));
  // A link may lead to something on a slide.
  const slideAt = (id: string): number | null =>
    numbers.get(document.getElementById(id)?.closest('.slide-sheet')?.id ?? '') ?? null;
  const diagnostics: Diagnostic[] = [];
  const drawn: DrawnSlide[] = [];
  for (const { slide, rendered, section } of slides) {
    const made = new SlideDrawer(section, { lang: look.lang, pictures, slideAt }).draw();
    diagnostics.push(...made.diagnostics.map((diagnostic) => ({ ...diagnostic, slide: slide.number })));
    const notes = rendered.section.querySelector(':scope > aside.notes');
    drawn.push({
      number: slide.number,
      label: rendered.label,
      background: null,
      parts: made.parts,
      notes: notes === null || !job.notes ? [] : drawNotes(notes),
    });
  }
  diagnostics.push(...stepsShownAtOnce(slides));
  // The plates come after the last slide, so that no slide is moved by them.
  const plates = new Map<string, HTMLElement>();
  const backgrounds = slides.map((slide) => drawBackground(slide, look, plates));
  const { width, height, lang, isRightToLeft } = look;
  return {
    drawing: {
      title: job.title,
      lang,
      isRightToLeft,
      width,
      height,
      theme,
      redrawn: await pictures.redrawn(),
      slides: drawn.map((slide, i) => ({ ...slide, background: backgrounds[i]?.() ?? null })),
    },
    diagnostics,
  };
}

/**
 * What a slide has behind it, known when all plates are in their places: backgrounds that are more than a colour are shown on
 * plates of their own, those that are alike on one.
 */
function drawBackground(
  { section }: LaidOutSlide,
  look: DeckLook,
  plates: Map<string, HTMLElement>,
): () => DrawnBackground | null {
  const background = slideBackground(section);
  const isPlain = ['-image', '-gradient', '-video'].every((name) => !section.hasAttribute(`data-background${name}`));
  const written = section.getAttribute('data-background') ?? '';
  if (isPlain && (written === '' || CSS.supports('color', written))) {
    document.body.append(background);
    const colour = visibleColour(getComputedStyle(background).backgroundColor);
    background.remove();
    return () => (colour === null ? null : { kind: 'colour', colour });
  }
  const plate = plates.get(background.outerHTML) ?? newPlate(background, look);
  plates.set(background.outerHTML, plate);
  // Nothing in it is to be read: it need not be kept to the last bit.
  return () => ({ kind: 'picture', picture: areaSource(plate, true) });
}

function newPlate(background: HTMLElement, look: DeckLook): HTMLElement {
  const plate = emptySheet(look);
  dressInLook(plate, look);
  plate.classList.add('slide-frame');
  const reveal = document.createElement('div');
  reveal.className = 'reveal';
  reveal.append(background.cloneNode(true));
  plate.append(reveal);
  document.body.append(plate);
  return plate;
}

/** Presentations get every slide as it is in the end. */
function stepsShownAtOnce(slides: readonly LaidOutSlide[]): readonly Diagnostic[] {
  const stepped = slides.filter(({ rendered }) => rendered.section.querySelector('.fragment') !== null);
  const [first, ...others] = stepped;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and of ${others.length} other${others.length === 1 ? '' : 's'},`;
  const message = `The presentation shows all steps of this slide${more} at once.`;
  return [{ code: 'simplified', severity: 'hint', message, slide: first.slide.number }];
}
