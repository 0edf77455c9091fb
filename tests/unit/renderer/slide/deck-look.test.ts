import { describe, expect, it } from 'vitest';
import { deckLook, lookDiagnostics } from '../../../../src/renderer/slide/deck-look.ts';

const size = { width: 1280, height: 720 };

describe('deckLook', () => {
  it('is dark and English without settings', () =>
    expect(deckLook({ size })).toEqual({ width: 1280, height: 720, theme: 'lectern-dark', lang: 'en' }));

  it.each([
    ['lectern-light', 'lectern-light'],
    ['white', 'lectern-light'],
    [' Black ', 'lectern-dark'],
    ['league', 'lectern-dark'],
    ['../evil.css', 'lectern-dark'],
  ])('theme %j gives %s', (theme, name) => expect(deckLook({ size, theme }).theme).toBe(name));

  it('keeps a footer that says something', () => {
    expect(deckLook({ size, footer: 'a' }).footer).toBe('a');
    expect('footer' in deckLook({ size, footer: ' ' })).toBe(false);
  });
});

describe('lookDiagnostics', () => {
  it('says that a theme is not known, and which are', () => {
    expect(lookDiagnostics({ size, theme: 'league' })).toEqual([
      {
        code: 'unknown-theme',
        severity: 'warning',
        message:
          'There is no theme “league”; the deck is shown in lectern-dark. Themes: lectern-dark, lectern-light, black, white.',
      },
    ]);
  });

  it('says nothing of a known one', () =>
    expect([lookDiagnostics({ size }), lookDiagnostics({ size, theme: 'white' })]).toEqual([[], []]));
});
