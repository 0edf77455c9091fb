import type { SlidesJob } from '../../../contract/slides-job.ts';
import type { DrawnBackground, DrawnSlide, DrawnDeck } from '../../../core/export/drawn-deck.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { dressInLook, type DeckLook } from '../../slide/deck-look.ts';
import { slideBackground } from '../../slide/slide-background.ts';
import { emptySheet, type LaidOutDeck, type LaidOutSlide } from '../sheets.ts';
import { hexColour } from './colours.ts';
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
  const backgrounds = slides.map((slide) => drawBackground(slide, look));
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

/** What a slide has behind it, known when all plates are in their places. */
function drawBackground({ section }: LaidOutSlide, look: DeckLook): () => DrawnBackground | null {
  const value = (name: string): string => section.getAttribute(`data-background${name}`) ?? '';
  const [image, gradient, video, plain] = [value('-image'), value('-gradient'), value('-video'), value('')];
  const colour = value('-color') === '' ? plain : value('-color');
  if (image === '' && gradient === '' && video === '' && (colour === '' || CSS.supports('color', colour))) {
    if (colour === '') return () => null;
    const probe = slideBackground(section);
    document.body.append(probe);
    const hex = hexColour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return () => (hex.endsWith('00') && hex.length === 9 ? null : { kind: 'colour', colour: hex });
  }
  const plate = emptySheet(look);
  dressInLook(plate, look);
  const reveal = document.createElement('div');
  reveal.className = 'reveal';
  reveal.append(slideBackground(section));
  plate.classList.add('slide-frame');
  plate.append(reveal);
  document.body.append(plate);
  const isPhoto = video !== '' || /\.(?:jpe?g|webp|avif)(?:[?#,\s]|$)/i.test(image);
  return () => ({ kind: 'picture', picture: areaSource(plate, isPhoto) });
}

/** Presentations get every slide as it is in the end. */
function stepsShownAtOnce(slides: readonly LaidOutSlide[]): readonly Diagnostic[] {
  const stepped = slides.filter(({ rendered }) => rendered.section.querySelector('.fragment') !== null);
  if (stepped.length === 0) return [];
  const [first] = stepped;
  return [
    {
      code: 'simplified',
      severity: 'hint',
      message: `${stepped.length === 1 ? 'One slide shows' : `${stepped.length} slides show`} all of its steps at once there.`,
      ...(first === undefined ? {} : { slide: first.slide.number }),
    },
  ];
}
