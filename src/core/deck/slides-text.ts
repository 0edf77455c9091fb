import { type EditorState, Text } from '@codemirror/state';
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
}

/** Slides of a deck, in file order, to be put elsewhere. Slides of one stack stay a stack. */
export function looseSlides(state: EditorState, keys: Iterable<string>): readonly LooseSlide[] {
  const wanted = new Set(keys);
  const { slides } = slideIndex(state);
  const places = coordinates(slideIndex(state));
  let column = -1;
  return slides.flatMap((slide, i): LooseSlide[] => {
    if (!wanted.has(slide.key)) return [];
    const h = places[i]?.h ?? 0;
    const kind = h === column ? 'vertical' : 'horizontal';
    column = h;
    return [{ body: slideBody(state, slide), break: kind, id: slide.attributes.get('id') ?? null }];
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
    });
    headless = false;
  }
  return found;
}
