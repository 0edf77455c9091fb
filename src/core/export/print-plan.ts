import type { EditorState } from '@codemirror/state';
import { commentsOn } from '../annotations/comments/comment-list.ts';
import type { Comment } from '../annotations/comment.ts';
import type { TextLabel } from '../annotations/drawing/label.ts';
import type { Drawing } from '../annotations/drawing/drawing.ts';
import { type ExportedSlide, exportedSlides, exportedText } from '../annotations/review/exported-text.ts';
import { drawingsOn } from '../annotations/slide-annotations.ts';
import { deckSettings } from '../deck/front-matter.ts';
import { slideParts } from '../deck/notes.ts';
import { sectionStarts } from '../deck/section-starts.ts';
import { coordinates, slideBody, slideIndex, slideKeys } from '../deck/slide-index.ts';
import type { DeckSettings } from '../deck/deck-settings.ts';
import { deckTitle, headingIn, isHidden } from '../deck/summary.ts';
import { defaultTheme, findTheme } from '../deck/themes.ts';
import type { ExportOptions } from './options.ts';
import { pageLayout } from './page-layout.ts';
import { type LeftOut, planPages } from './page-plan.ts';
import type { PrintCover, PrintJob, PrintQuote, PrintSlide, PrintSource } from './print-job.ts';

/** A deck taken apart for print. */
export interface PrintPlan {
  readonly job: Omit<PrintJob, 'assets'>;
  /** Numbers of the printed slides that sections of the deck start with. */
  readonly sections: ReadonlySet<number>;
  readonly leftOut: readonly LeftOut[];
  /** What is to be annotations of the document; `null` for nothing. */
  readonly markup: PrintMarkup | null;
}

/** What lies on printed slides as annotations that other programs know, and by what it is found again when it comes back. */
export interface PrintMarkup {
  readonly slides: readonly MarkedSlide[];
  /** The same as a collection; see `exportedText`. */
  readonly collection: string;
  /** Whether slides are dark: highlights are mixed with them in another way. */
  readonly onDark: boolean;
}

export interface MarkedSlide extends ExportedSlide {
  /** The lowest first. */
  readonly drawings: readonly Drawing[];
  readonly comments: readonly Comment[];
}

/**
 * Plans the pages of a deck. Throws a Failure: `no-such-slide`, `bad-arguments`.
 * @param otherwise the title of a deck that has none
 */
export function planPrint(state: EditorState, options: ExportOptions, otherwise: string): PrintPlan {
  const { settings } = deckSettings(state);
  const { size, theme, lang, css, footer, notesSeparator, revealOptions } = settings;
  const title = deckTitle(state) || otherwise;
  const all = slideIndex(state).slides;
  const plan = planPages(
    all.map((slide, i) => ({ number: i + 1, hidden: isHidden(slide) })),
    options,
  );
  const places = coordinates(slideIndex(state));
  const bodies = all.map((slide) => slideBody(state, slide));
  const headings = bodies.map((body) => headingIn(slideParts(body, notesSeparator).content));
  const printed = plan.slides.flatMap((number): readonly PrintSlide[] => {
    const [slide, place] = [all[number - 1], places[number - 1]];
    if (slide === undefined || place === undefined) return [];
    const firstLine = state.doc.lineAt(slide.from).number;
    const drawings = options.annotations === 'flat' ? drawingsOn(state, slide.key) : [];
    const quotes = options.comments ? quotesOf(commentsOn(state, slide.key)) : [];
    const title = headings[number - 1]?.text ?? '';
    return [{ number, ...place, title, body: bodies[number - 1] ?? '', firstLine, drawings, quotes }];
  });
  const markup = planMarkup(state, plan.slides, options);
  const columns = places.flatMap(({ v }, i) => (v === 0 ? [i] : []));
  const starts = sectionStarts(columns.map((i) => headings[i]?.level === 1));
  return {
    job: {
      title,
      settings: { size, theme, lang, css, footer, notesSeparator, revealOptions },
      layout: pageLayout(options, size),
      slides: printed,
      elsewhere: [],
      cover: options.cover ? cover(settings, title, printed.length) : null,
      sources: options.sources ? sources(settings, printed) : [],
      labels: markup?.slides.flatMap(({ drawings }) => drawings.filter(isLabel)) ?? [],
    },
    sections: new Set(starts.map((column) => (columns[column] ?? 0) + 1)),
    leftOut: plan.leftOut,
    markup,
  };
}

function planMarkup(state: EditorState, numbers: readonly number[], options: ExportOptions): PrintMarkup | null {
  const { annotations, comments } = options;
  if (annotations !== 'native' && !comments) return null;
  const keys = slideKeys(slideIndex(state));
  const slides = exportedSlides(state, numbers).map((slide): MarkedSlide => {
    const key = keys[slide.number - 1] ?? '';
    return {
      ...slide,
      drawings: annotations === 'native' ? drawingsOn(state, key) : [],
      comments: comments ? commentsOn(state, key) : [],
    };
  });
  const shown = slides.flatMap(({ name, drawings, comments: said }) =>
    [...drawings, ...said].map((annotation) => ({ annotation, slide: name })),
  );
  return {
    slides,
    collection: exportedText(state, slides, shown),
    onDark: (findTheme(deckSettings(state).settings.theme ?? '') ?? findTheme(defaultTheme))?.scheme !== 'light',
  };
}

function quotesOf(comments: readonly Comment[]): readonly PrintQuote[] {
  return comments.flatMap(({ id, anchor }) => {
    if (anchor.kind !== 'quote') return [];
    const { exact, prefix, suffix } = anchor;
    return [{ id, exact, prefix, suffix }];
  });
}

function isLabel(drawing: Drawing): drawing is TextLabel {
  return drawing.kind === 'label';
}

function cover({ subtitle, author, date, minutes }: DeckSettings, title: string, count: number): PrintCover {
  const extent = [
    count === 1 ? '1 slide' : `${count} slides`,
    ...(minutes === undefined ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
  ];
  return { title, subtitle: subtitle ?? '', author: author ?? '', date: date ?? '', extent: extent.join(' · ') };
}

/** The sources that printed slides cite, as `[@key]`, in the order of the front matter; all of them where none is cited. */
function sources({ sources: known }: DeckSettings, slides: readonly PrintSlide[]): readonly PrintSource[] {
  const listed = [...known].map(([key, { text, url, date, reliability, credibility }]): PrintSource => {
    const grade =
      reliability === undefined && credibility === undefined ? [] : [`${reliability ?? '–'}${credibility ?? '–'}`];
    return {
      text: text === '' ? key : text,
      url: url ?? '',
      facts: [...(date === undefined ? [] : [date]), ...grade],
      slides: slides.filter(({ body }) => body.includes(`[@${key}]`)).map(({ number }) => number),
    };
  });
  const cited = listed.filter(({ slides: by }) => by.length > 0);
  return cited.length > 0 ? cited : listed;
}
