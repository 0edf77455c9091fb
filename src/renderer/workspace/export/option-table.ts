/** What the export dialog says of each option. */
import { exportFormats, type FormatName } from '../../../core/export/formats.ts';
import { type ExportOptions, handoutCounts, type OptionName } from '../../../core/export/options.ts';

/** What of a deck decides which options mean anything to it. */
export interface DeckContents {
  readonly hidden: number;
  readonly hasDrawings: boolean;
  readonly hasComments: boolean;
  readonly hasSources: boolean;
}

export interface OptionChoice {
  /** Unique among the choices of an option. */
  readonly id: string;
  readonly label: string;
  readonly change: Partial<ExportOptions>;
}

/** One option as a form shows it: a choice of a few, or something that is there or not. */
export type OptionField =
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly choices: readonly OptionChoice[];
      readonly chosen: string;
    }
  | {
      readonly kind: 'tick';
      readonly label: string;
      readonly change: (ticked: boolean) => Partial<ExportOptions>;
      readonly ticked: boolean;
    };

type Paper = 'a4' | 'letter';

/** One a option, in the order of the form; `null` where it means nothing to the deck or to what else was chosen. */
const fields: Partial<
  Record<OptionName, (options: ExportOptions, deck: DeckContents, paper: Paper) => OptionField | null>
> = {
  handout: ({ handout }, _, paper) => ({
    kind: 'choice',
    label: 'On a page',
    chosen: String(handout ?? 1),
    choices: [
      { id: '1', label: 'One slide', change: { handout: null } },
      ...handoutCounts.map((count) => ({
        id: String(count),
        label: `${count} slides, with lines`,
        // It is for paper, and what is written on it is written by hand.
        change: { handout: count, notes: 'none', page: paper } as const,
      })),
    ],
  }),
  notes: (options) => (options.handout === null ? notesField(options) : null),
  page: ({ page, handout }) => ({
    kind: 'choice',
    label: 'Paper',
    chosen: handout !== null && page === 'slide' ? 'a4' : page,
    choices: [
      ...(handout === null
        ? [{ id: 'slide', label: 'As large as the slides', change: { page: 'slide' } } as const]
        : []),
      { id: 'a4', label: 'A4', change: { page: 'a4' } },
      { id: 'letter', label: 'Letter', change: { page: 'letter' } },
    ],
  }),
  scale: ({ scale }) => ({
    kind: 'choice',
    label: 'Size',
    chosen: String(scale),
    choices: [...new Set([1, 2, 3, 4, scale])]
      .toSorted((a, b) => a - b)
      .map((times) => ({
        id: String(times),
        label: times === 1 ? 'As the slides' : `${times} times the slides`,
        change: { scale: times },
      })),
  }),
  hidden: ({ hidden }, deck) =>
    deck.hidden === 0
      ? null
      : tick(`With the ${deck.hidden === 1 ? 'hidden slide' : `${deck.hidden} hidden slides`}`, hidden, (is) => ({
          hidden: is,
        })),
  annotations: (options, { hasDrawings }) => (hasDrawings ? drawingsField(options) : null),
  comments: ({ comments }, { hasComments }) =>
    hasComments ? tick('With comments, to be answered', comments, (is) => ({ comments: is })) : null,
  fragments: ({ fragments }) =>
    tick('A page for each step of a slide', fragments === 'steps', (is) => ({ fragments: is ? 'steps' : 'final' })),
  cover: ({ cover }) => tick('With a cover page', cover, (is) => ({ cover: is })),
  sources: ({ sources }, { hasSources }) =>
    hasSources ? tick('With a page of sources', sources, (is) => ({ sources: is })) : null,
  shrink: ({ shrink }) => tick('Shrink slides that run over', shrink, (is) => ({ shrink: is })),
  greyscale: ({ greyscale }) => tick('Without colour', greyscale, (is) => ({ greyscale: is })),
  attachSource: ({ attachSource }) => tick('With the deck itself inside', attachSource, (is) => ({ attachSource: is })),
  manifest: ({ manifest }) => tick('With a list of checksums', manifest, (is) => ({ manifest: is })),
};

/** The fields of a form for a format, for this deck and this choice. */
export function optionFields(options: ExportOptions, deck: DeckContents, paper: Paper): readonly OptionField[] {
  const known = new Set(exportFormats[options.format].options);
  const names = Object.keys(fields) as readonly OptionName[];
  return names.filter((name) => known.has(name)).flatMap((name) => fields[name]?.(options, deck, paper) ?? []);
}

/** Where there are pages, notes have a place on them; elsewhere they are there or not. */
function notesField({ format, notes, page }: ExportOptions): OptionField {
  if (!hasPages(format)) return tick('With speaker notes', notes !== 'none', (is) => ({ notes: is ? 'page' : 'none' }));
  return {
    kind: 'choice',
    label: 'Speaker notes',
    chosen: notes,
    choices: [
      { id: 'none', label: 'Left out', change: { notes: 'none' } },
      { id: 'below', label: 'Under each slide', change: { notes: 'below', page } },
      { id: 'page', label: 'On pages of their own', change: { notes: 'page' } },
    ],
  };
}

/** Only a PDF has annotations of its own. */
function drawingsField({ format, annotations }: ExportOptions): OptionField {
  if (!hasPages(format)) {
    return tick('With what is drawn on the slides', annotations !== 'none', (is) => ({
      annotations: is ? 'flat' : 'none',
    }));
  }
  return {
    kind: 'choice',
    label: 'What is drawn on slides',
    chosen: annotations,
    choices: [
      { id: 'none', label: 'Left out', change: { annotations: 'none' } },
      { id: 'flat', label: 'Drawn on the pages', change: { annotations: 'flat' } },
      { id: 'native', label: 'As annotations, to be changed', change: { annotations: 'native' } },
    ],
  };
}

function hasPages(format: FormatName): boolean {
  return exportFormats[format].options.includes('page');
}

function tick(label: string, ticked: boolean, change: (ticked: boolean) => Partial<ExportOptions>): OptionField {
  return { kind: 'tick', label, ticked, change };
}
