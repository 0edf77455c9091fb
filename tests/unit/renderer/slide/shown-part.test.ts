import { expect, test } from 'vitest';
import { shownPart } from '../../../../src/renderer/slide/shown-part.ts';

test('all of a slide is drawn, as long as a slide can be', () => {
  const text = 'A line of a slide.\n'.repeat(5000);
  expect(shownPart(text)).toBe(text);
});

test('of more than that the beginning is drawn, to the end of a line where there is one', () => {
  const drawn = shownPart('A line of a slide.\n'.repeat(500_000));
  expect(drawn.length).toBeLessThanOrEqual(100_000);
  expect(shownPart('word '.repeat(2_000_000))).toHaveLength(20_000);
});

test('a picture that is written out in the text is drawn whole', () => {
  const text = `![](data:image/png;base64,${'A'.repeat(300_000)})\n\nUnder the picture.\n`;
  expect(shownPart(text)).toBe(text);
});

test('of a word that no slide can show its beginning is drawn', () => {
  expect(shownPart(`Before it\n\n${'x'.repeat(10_000_000)}`)).toBe(`Before it\n\n${'x'.repeat(10_000)}`);
  const long = `${'x'.repeat(10_000)} and after it`;
  expect(shownPart(long)).toBe(long);
});
