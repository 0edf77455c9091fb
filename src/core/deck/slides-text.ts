import { type EditorState, Text } from '@codemirror/state';
import { type Copyable, takenFrom } from '../annotations/copied-annotations.ts';
import type { Layer } from '../annotations/layer.ts';
import { buildIndex } from './slide-index-build.ts';
import { coordinates, slideBody, slideIndex } from './slide-index.ts';
import { scanSlides } from './slide-scan.ts';
import type { BreakKind } from './slide.ts';

/** A slide on its way from one place to another. */
export interface LooseSlide {
  /** Its Markdown with its notes, line ends as `\n`. */
  readonly body: string;
  /** How it stood to the slide in front of it; the first one's counts as horizontal. */
  readonly break: BreakKind;
  readonly id: string | null;
  /** What is drawn on it and said about it; nothing for slides that come as text. */
  readonly annotations: readonly Copyable[];
  /** The layers that those lie on, from the lowest. */
  readonly layers: readonly Layer[];
}

/** Slides of a deck, in file order, to be put elsewhere. Slides of one stack stay a stack. */
export function looseSlides(state: EditorState, keys: Iterable<string>): readonly LooseSlide[] {
  const wanted = new Set(keys);
  const { slides } = slideIndex(state);
  const places = coordinates(slideIndex(state));
  const { bySlide, layers } = takenFrom(state, wanted);
  let column = -1;
  return slides.flatMap((slide, i): LooseSlide[] => {
    if (!wanted.has(slide.key)) return [];
    const h = places[i]?.h ?? 0;
    const kind = h === column ? 'vertical' : 'horizontal';
    column = h;
    const annotations = bySlide.get(slide.key) ?? [];
    const id = slide.attributes.get('id') ?? null;
    return [
      { body: slideBody(state, slide), break: kind, id, annotations, layers: annotations.length > 0 ? layers : [] },
    ];
  });
}

/** Slides as plain Markdown with the dialect's own breaks: any editor takes it, and {@link slidesInText} reads it back. */
export function slidesAsText(slides: readonly LooseSlide[]): string {
  return slides
    .map(({ body, break: kind }, i) => {
      const above = slides[i - 1];
      if (above === undefined) return body;
      const closer = scanSlides(above.body, 0).closer;
      return `${closer === null ? '' : `\n${closer}`}\n\n${kind === 'vertical' ? '--' : '---'}\n\n${body}`;
    })
    .join('');
}

/** The slides in a Markdown text from anywhere; front matter and empty slides are left out. */
export function slidesInText(text: string): readonly LooseSlide[] {
  const doc = Text.of(text.split(/\r\n?|\n/));
  const found: LooseSlide[] = [];
  let headless = false;
  for (const slide of buildIndex(doc).slides) {
    if (slide.break === 'horizontal') headless = false;
    if (slide.from === slide.to) {
      headless ||= slide.break === 'horizontal';
      continue;
    }
    found.push({
      body: doc.sliceString(slide.from, slide.to),
      break: headless || found.length === 0 ? 'horizontal' : slide.break,
      id: slide.attributes.get('id') ?? null,
      annotations: [],
      layers: [],
    });
    headless = false;
  }
  return found;
}
