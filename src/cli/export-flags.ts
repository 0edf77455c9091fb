import { InvalidArgumentError, Option } from 'commander';
import { exportFormats, type FormatName } from '../core/export/formats.ts';
import {
  annotationKinds,
  defaultOptions,
  type ExportOptions,
  fragmentKinds,
  handoutCounts,
  notesKinds,
  type OptionName,
  pageKinds,
  scaleRange,
} from '../core/export/options.ts';
import { parseSlideRange } from '../core/export/slide-range.ts';

/** What the command line makes of the options: each flag under the name that it has in {@link ExportOptions}. */
export type ExportChoices = Partial<Omit<ExportOptions, 'format' | 'slides'>> & {
  /** Such as `1-5,8`. */
  readonly slides?: string;
};

/** One flag for each option, in the order of the help. */
const flags: Readonly<Record<OptionName, () => Option>> = {
  slides: () => new Option('--slides <range>', 'only these slides, such as 1-5,8'),
  hidden: () => new Option('--hidden', 'hidden slides too'),
  notes: () => new Option('--notes <where>', 'speaker notes').choices(notesKinds),
  handout: () =>
    new Option('--handout <number>', `so many slides on a page: ${handoutCounts.join(', ')}`).argParser(handout),
  annotations: () =>
    new Option('--annotations <how>', 'ink: not at all, drawn on the slides, or as annotations of the PDF').choices(
      annotationKinds,
    ),
  comments: () => new Option('--comments', 'comments, as annotations of the PDF'),
  fragments: () => new Option('--fragments <how>', 'a slide as it ends, or each step').choices(fragmentKinds),
  page: () => new Option('--page <size>', 'paper').choices(pageKinds),
  cover: () => new Option('--cover', 'a cover page'),
  sources: () => new Option('--sources', 'a page of sources at the end'),
  greyscale: () => new Option('--greyscale', 'without colour'),
  shrink: () => new Option('--shrink', 'make what is too large for its slide smaller until it fits'),
  attachSource: () => new Option('--attach-source', 'put the deck, its images and its annotations into the file'),
  manifest: () => new Option('--manifest', 'write the checksums of sources and results beside it'),
  scale: () =>
    new Option('--scale <number>', `pixels for each CSS pixel, ${scaleRange.least} to ${scaleRange.most}`).argParser(
      scale,
    ),
};

/** The flags that at least one of `formats` knows. */
export function exportFlags(formats: readonly FormatName[]): readonly Option[] {
  const known = new Set(formats.flatMap((format) => exportFormats[format].options));
  const names = Object.keys(flags) as readonly OptionName[];
  return names.filter((name) => known.has(name)).map((name) => flags[name]());
}

/** The whole options of an export from the flags that were given. Throws a Failure (`bad-arguments`) for a wrong range. */
export function chosenOptions(format: FormatName, { slides, ...choices }: ExportChoices): ExportOptions {
  return {
    ...defaultOptions(format),
    ...choices,
    slides: slides === undefined ? null : parseSlideRange(slides),
  };
}

function handout(text: string): number {
  const count = handoutCounts.find((known) => String(known) === text);
  if (count === undefined) throw new InvalidArgumentError(`It is not one of ${handoutCounts.join(', ')}.`);
  return count;
}

function scale(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= scaleRange.least && value <= scaleRange.most))
    throw new InvalidArgumentError(`It is not a number from ${scaleRange.least} to ${scaleRange.most}.`);
  return value;
}
