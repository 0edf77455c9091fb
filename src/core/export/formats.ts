import { Failure } from '../failure.ts';
import { defaultOptions, type ExportOptions, type OptionName } from './options.ts';

/** A kind of file that the program writes for its user. */
export interface FileKind {
  /** Such as `PDF document`: in the file dialog, and where formats are offered. */
  readonly label: string;
  /** With its dot, in lower case. */
  readonly extension: string;
  readonly mediaType: string;
}

/** Something that a deck can be made into. */
export interface ExportFormat extends FileKind {
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
    options: [
      'slides',
      'hidden',
      'notes',
      'handout',
      'page',
      'fragments',
      'annotations',
      'comments',
      'cover',
      'sources',
      'greyscale',
      'shrink',
      'attachSource',
      'manifest',
    ],
  },
  pptx: {
    label: 'PowerPoint presentation',
    extension: '.pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    options: ['slides', 'hidden', 'notes', 'annotations', 'manifest'],
  },
  html: {
    label: 'Web page',
    extension: '.html',
    mediaType: 'text/html',
    options: ['slides', 'hidden', 'notes', 'annotations', 'manifest'],
  },
  png: {
    label: 'Pictures',
    extension: '.png',
    mediaType: 'image/png',
    options: ['slides', 'hidden', 'annotations', 'scale', 'manifest'],
  },
  md: {
    label: 'Markdown text',
    extension: '.md',
    mediaType: 'text/markdown',
    options: ['slides', 'hidden', 'notes', 'manifest'],
  },
  zip: { label: 'Deck in one file', extension: '.zip', mediaType: 'application/zip', options: ['manifest'] },
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
  if (strange === undefined) {
    if (options.annotations === 'native' && options.format !== 'pdf') throw onlyInPdf(label);
    if (options.handout !== null && options.notes !== 'none') throw linesOrNotes();
    return;
  }
  throw new Failure({
    code: 'bad-arguments',
    message: `The option “${strange}” does not go with the format “${label}”.`,
    wayOut: 'Leave it out, or choose another format.',
  });
}

function onlyInPdf(label: string): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: `Drawings can be annotations in a PDF; the format “${label}” has none.`,
    wayOut: 'Have them drawn on the slides (flat), or export a PDF.',
  });
}

function linesOrNotes(): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: 'A handout has lines to write on in the place of notes.',
    wayOut: 'Leave out the notes, or the handout.',
  });
}
