import { describe, expect, it } from 'vitest';
import { checkOptions, formatNames } from '../../../../../src/core/export/formats.ts';
import { defaultOptions, type ExportOptions } from '../../../../../src/core/export/options.ts';
import { exportKinds, isSameExport } from '../../../../../src/core/export/presets.ts';
import { optionFields } from '../../../../../src/renderer/workspace/export/option-table.ts';
import { usualPaper } from '../../../../../src/renderer/workspace/export/usual-paper.ts';

const everything = { hidden: 2, hasDrawings: true, hasComments: true, hasSources: true };
const nothing = { hidden: 0, hasDrawings: false, hasComments: false, hasSources: false };

/** Every choice that a form can come to by one change of what it shows. */
function changes(options: ExportOptions): readonly ExportOptions[] {
  return optionFields(options, everything, 'a4').flatMap((field) =>
    (field.kind === 'tick' ? [true, false].map(field.change) : field.choices.map(({ change }) => change)).map(
      (change) => ({ ...options, ...change }),
    ),
  );
}

describe('the form of an export', () => {
  it.each(formatNames)('never asks the host for what it refuses: %s', (format) => {
    for (const once of changes(defaultOptions(format)))
      for (const twice of changes(once)) expect(() => checkOptions(twice), JSON.stringify(twice)).not.toThrow();
  });

  it('always shows a choice that there is', () => {
    for (const options of [defaultOptions('pdf'), ...changes(defaultOptions('pdf'))])
      for (const field of optionFields(options, everything, 'letter'))
        if (field.kind === 'choice') expect(field.choices.map(({ id }) => id)).toContain(field.chosen);
  });

  it('leaves out what the deck has nothing for', () => {
    const labels = (deck: typeof nothing) => optionFields(defaultOptions('pdf'), deck, 'a4').map(({ label }) => label);
    expect(labels(everything)).toEqual(expect.arrayContaining(['With the 2 hidden slides', 'With a page of sources']));
    expect(labels(nothing).join()).not.toMatch(/hidden|sources|drawn|comments/);
  });
});

describe('presets', () => {
  it('are of formats that are written, differ, and are not refused', () => {
    const kinds = exportKinds(formatNames, 'letter');
    for (const { options } of kinds) expect(() => checkOptions(options)).not.toThrow();
    for (const a of kinds) for (const b of kinds) expect(isSameExport(a.options, b.options)).toBe(a === b);
    expect(exportKinds(['pdf'], 'a4').map(({ name }) => name)).toEqual([
      'Slides as PDF',
      'Read-ahead with notes',
      'Handout',
      'PDF to review',
    ]);
  });

  it.each([
    ['en-US', 'letter'],
    ['en-GB', 'a4'],
    ['ja', 'a4'],
    ['en', 'a4'],
    ['', 'a4'],
  ])('print on the paper of %s', (language, paper) => expect(usualPaper(language)).toBe(paper));
});
