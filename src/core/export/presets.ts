import type { FormatName } from './formats.ts';
import { defaultOptions, type ExportOptions } from './options.ts';

/** Options that belong together, for something that people export decks for. */
export interface ExportKind {
  readonly name: string;
  /** A few words: what it is good for. */
  readonly purpose: string;
  readonly options: ExportOptions;
}

/**
 * What decks are exported for, in the order to offer it: of the formats that can be written.
 * @param paper the sheet that people here print on
 */
export function exportKinds(formats: readonly FormatName[], paper: 'a4' | 'letter'): readonly ExportKind[] {
  const pdf = { ...defaultOptions('pdf'), annotations: 'flat' } as const;
  const kinds: readonly ExportKind[] = [
    { name: 'Slides as PDF', purpose: 'One slide a page, as on the screen', options: pdf },
    {
      name: 'Read-ahead with notes',
      purpose: 'Each slide over what is said about it',
      options: { ...pdf, notes: 'below', page: paper, cover: true, sources: true },
    },
    {
      name: 'Handout',
      purpose: 'Three slides a page, lines to write on',
      options: { ...pdf, handout: 3, page: paper },
    },
    {
      name: 'PDF to review',
      purpose: 'Comments and ink to answer, and to read back',
      options: { ...pdf, annotations: 'native', comments: true },
    },
    { name: 'Editable PowerPoint', purpose: 'Text, tables and notes to work on', options: defaultOptions('pptx') },
    { name: 'Single-file web page', purpose: 'Opens in any browser, offline', options: defaultOptions('html') },
    { name: 'Pictures', purpose: 'One of each slide, for other papers', options: defaultOptions('png') },
    { name: 'Text and notes', purpose: 'Every word of it, to read or to mail', options: defaultOptions('md') },
    { name: 'Deck in one file', purpose: 'With its pictures, to open again', options: defaultOptions('zip') },
  ];
  return kinds.filter(({ options }) => formats.includes(options.format));
}

/** Whether two choices come to the same, whichever slides they are of. */
export function isSameExport(a: ExportOptions, b: ExportOptions): boolean {
  const names = Object.keys(a) as readonly (keyof ExportOptions)[];
  return names.every((name) => name === 'slides' || a[name] === b[name]);
}
