import type { FormatName } from './formats.ts';

export const notesKinds = ['none', 'below', 'page'] as const;
export const handoutCounts = [2, 3, 4, 6, 9] as const;
export const annotationKinds = ['none', 'flat', 'native'] as const;
export const fragmentKinds = ['final', 'steps'] as const;
export const pageKinds = ['slide', 'a4', 'letter'] as const;

/** The smallest and the largest picture of a slide, as a multiple of its size in CSS pixels. */
export const scaleRange = { least: 0.1, most: 8 } as const;

/** What an export is to be. Each format knows some of these (`formats.ts`); the others stand at their defaults. */
export interface ExportOptions {
  readonly format: FormatName;
  /** Slide numbers from 1 in file order, hidden ones counted; `null` for all. */
  readonly slides: readonly number[] | null;
  /** Whether hidden slides are there too. */
  readonly hidden: boolean;
  /** Speaker notes: left out, on the slide’s own page below it, or on a page after it. Where there are no pages, there or not. */
  readonly notes: (typeof notesKinds)[number];
  /** Slides on one page, for a handout; `null` for none. */
  readonly handout: (typeof handoutCounts)[number] | null;
  /** Ink and shapes: left out, drawn into the slide, or as annotations that other programs show, move and delete. */
  readonly annotations: (typeof annotationKinds)[number];
  /** Comments, as annotations that other programs show and answer. */
  readonly comments: boolean;
  /** A slide once, as it is in the end, or once for each step. */
  readonly fragments: (typeof fragmentKinds)[number];
  /** The paper: as large as the slide, or a sheet of this size. */
  readonly page: (typeof pageKinds)[number];
  /** A page before the first slide that says what the deck is. */
  readonly cover: boolean;
  /** A page after the last slide that lists the sources that the slides name. */
  readonly sources: boolean;
  readonly greyscale: boolean;
  /** Makes what is too large for its slide smaller until it fits; otherwise it is cut off at the slide’s edge. */
  readonly shrink: boolean;
  /** Puts the deck, its images and its annotations into the file. */
  readonly attachSource: boolean;
  /** Writes a list of the sources and results with their checksums beside the result. */
  readonly manifest: boolean;
  /** Pictures: how many pixels stand for a CSS pixel, within {@link scaleRange}. */
  readonly scale: number;
}

export type OptionName = Exclude<keyof ExportOptions, 'format'>;

/** What an export is when nothing was asked for. */
export function defaultOptions(format: FormatName): ExportOptions {
  return {
    format,
    slides: null,
    // In a presentation, hidden slides are hidden too, and notes are notes; a text is as much for them as for the slides.
    hidden: format === 'pptx',
    notes: format === 'pptx' || format === 'md' ? 'page' : 'none',
    handout: null,
    annotations: 'none',
    comments: false,
    fragments: 'final',
    page: 'slide',
    cover: false,
    sources: false,
    greyscale: false,
    shrink: false,
    attachSource: false,
    manifest: false,
    scale: 1,
  };
}
