import { expect, test } from 'vitest';
import { areHouseFontsEnough } from '../../../../src/renderer/first-slide/house-fonts.ts';

test.each(['Plain words', 'Übung – “Łódź”, 20 € …\n\n- one\t2', ''])('%j needs no other fonts', (text) => {
  expect(areHouseFontsEnough(text, 'lectern-dark')).toBe(true);
  expect(areHouseFontsEnough(text, 'lectern-light')).toBe(true);
});

test.each(['防衛省', 'an arrow →', 'Привет', 'مرحبا', 'a tick ✓', 'half ½ and 🙂'])('%j may need others', (text) => {
  expect(areHouseFontsEnough(text, 'lectern-dark')).toBe(false);
});

test('a theme of reveal.js has fonts of its own', () => {
  expect(areHouseFontsEnough('Plain words', 'league')).toBe(false);
});
