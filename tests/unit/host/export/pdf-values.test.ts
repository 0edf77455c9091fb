import { describe, expect, it } from 'vitest';
import {
  dateString,
  dictionary,
  parseDictionary,
  references,
  referenceTo,
  textString,
} from '../../../../src/host/export/pdf-values.ts';

describe('parseDictionary', () => {
  it('splits values of every kind', () => {
    const text =
      '<</Type /Catalog\n/Pages 21 0 R/Kids [1 0 R [/A (x\\) ]) <41>]]\n/View <</A <</B true>>>>/Title (a (nested\\)) b)/Hex <FEFF>/N -1.5 /Lang (en)>>';
    expect(Object.fromEntries(parseDictionary(text))).toEqual({
      Type: '/Catalog',
      Pages: '21 0 R',
      Kids: '[1 0 R [/A (x\\) ]) <41>]]',
      View: '<</A <</B true>>>>',
      Title: '(a (nested\\)) b)',
      Hex: '<FEFF>',
      N: '-1.5',
      Lang: '(en)',
    });
  });

  it('writes what it read', () => {
    const entries = parseDictionary('<</A 1 0 R /B [ 1 2 ]>>');
    expect(parseDictionary(dictionary(entries))).toEqual(entries);
  });

  it.each(['', '[1 2]', '<</A 1', '<</A (x>>', '<</A [1>>'])('refuses %s', (text) =>
    expect(() => parseDictionary(text)).toThrow(RangeError),
  );
});

describe('values', () => {
  it('writes text in UTF-16 with a mark', () => expect(textString('aé演🎯')).toBe('<FEFF006100E96F14D83CDFAF>'));
  it('replaces half a character', () => expect(textString('\uD83C')).toBe('<FEFFFFFD>'));
  it('writes dates in UTC', () => expect(dateString(new Date(0))).toBe('(D:19700101000000Z)'));
  it('reads references', () => {
    expect([referenceTo('12 0 R'), referenceTo('12'), referenceTo(undefined)]).toEqual([12, null, null]);
    expect(references('[1 0 R 22 0 R\n3 0 R]')).toEqual([1, 22, 3]);
  });
});
