import { expect, it } from 'vitest';
import { findTheme, themes } from '../../../../src/core/deck/themes.ts';

it('finds a theme as people write its name', () => {
  expect(findTheme(' League ')?.name).toBe('league');
  expect(findTheme('')).toBeUndefined();
  expect(findTheme('../league.css')).toBeUndefined();
});

it('names every theme once', () => {
  expect(new Set(themes.map(({ name }) => name)).size).toBe(themes.length);
  expect(new Set(themes.map(({ label }) => label)).size).toBe(themes.length);
});
