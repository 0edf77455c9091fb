import { Failure } from '../failure.ts';
import { defaultOptions, type ExportOptions, type OptionName } from './options.ts';

/** Something that a deck can be made into. */
export interface ExportFormat {
  /** Such as `PDF document`: in the file dialog, and where formats are offered. */
  readonly label: string;
  /** With its dot, in lower case. */
  readonly extension: string;
  readonly mediaType: string;
  /** What can be chosen about it. The dialog and the command line offer these, and the host refuses others. */
  readonly options: readonly OptionName[];
}

export const formatNames = ['pdf', 'pptx', 'html', 'png', 'md', 'zip'] as const;
export type FormatName = (typeof formatNames)[number];

/** All formats, in the order in which they are offered. Which of them this program writes is for the host to say. */
export const exportFormats: Readonly<Record<FormatName, ExportFormat>> = {
  pdf: {
    label: 'PDF document',
    extension: '.pdf',
    mediaType: 'application/pdf',
    options: ['slides', 'hidden', 'annotations'],
  },
  pptx: {
    label: 'PowerPoint presentation',
    extension: '.pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    options: ['slides', 'hidden'],
  },
  html: { label: 'Web page', extension: '.html', mediaType: 'text/html', options: ['slides', 'hidden'] },
  png: { label: 'Pictures', extension: '.png', mediaType: 'image/png', options: ['slides', 'hidden'] },
  md: { label: 'Markdown text', extension: '.md', mediaType: 'text/markdown', options: ['slides', 'hidden'] },
  zip: { label: 'Deck in one file', extension: '.zip', mediaType: 'application/zip', options: [] },
};

/** The format that a file name asks for by its extension, in any case; `null` for another extension. */
export function formatOf(fileName: string): FormatName | null {
  const lower = fileName.toLowerCase();
  return formatNames.find((name) => lower.endsWith(exportFormats[name].extension)) ?? null;
}

/** Throws a Failure (`bad-arguments`) where something was asked for that the format does not know. */
export function checkOptions(options: ExportOptions): void {
  const { label, options: known } = exportFormats[options.format];
  const defaults = defaultOptions(options.format);
  const names = Object.keys(defaults) as readonly (keyof ExportOptions)[];
  const strange = names.find((name) => name !== 'format' && options[name] !== defaults[name] && !known.includes(name));
  if (strange === undefined) return;
  throw new Failure({
    code: 'bad-arguments',
    message: `The option “${strange}” does not go with the format “${label}”.`,
    wayOut: 'Leave it out, or choose another format.',
  });
}
