import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportOptions } from '../../../../src/contract/schemas/export.ts';
import { checkOptions, exportFormats, formatNames, formatOf } from '../../../../src/core/export/formats.ts';
import { defaultOptions } from '../../../../src/core/export/options.ts';

describe('formats', () => {
  it.each([
    ['talk.pdf', 'pdf'],
    ['/a.pdf/Talk.PPTX', 'pptx'],
    ['notes.md', 'md'],
    ['pages-%d.png', 'png'],
    ['talk.doc', null],
    ['pdf', null],
  ])('are known by the extension: %s', (name, format) => expect(formatOf(name)).toBe(format));

  it('have extensions of their own, so that a name can mean one format only', () => {
    expect(new Set(formatNames.map((name) => exportFormats[name].extension)).size).toBe(formatNames.length);
  });

  it('take their defaults, and pass the contract with them', () => {
    for (const format of formatNames) {
      expect(() => checkOptions(defaultOptions(format))).not.toThrow();
      expect(exportOptions.parse(defaultOptions(format))).toEqual(defaultOptions(format));
    }
  });

  it('refuse notes in a handout', () => {
    const both = { ...defaultOptions('pdf'), handout: 3, notes: 'below' } as const;
    expect(() => checkOptions(both)).toThrow('lines to write on');
  });

  it('refuse what they do not know, and name it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formatNames), (format) => {
        const more = { ...defaultOptions(format), scale: 2 };
        if (exportFormats[format].options.includes('scale')) expect(() => checkOptions(more)).not.toThrow();
        else expect(() => checkOptions(more)).toThrow('“scale”');
      }),
    );
  });
});

describe('the contract', () => {
  it.each([
    [{ slides: [0] }],
    [{ slides: [1.5] }],
    [{ handout: 5 }],
    [{ scale: 9 }],
    [{ page: 'a3' }],
    [{ format: 'doc' }],
    [{ more: 1 }],
  ])('refuses %j', (wrong) => {
    expect(exportOptions.safeParse({ ...defaultOptions('pdf'), ...wrong }).success).toBe(false);
  });
});
