import { describe, expect, it, vi } from 'vitest';
import { deckLook, lookDiagnostics } from '../../../../src/renderer/slide/deck-look.ts';

const size = { width: 1280, height: 720 };

describe('deckLook', () => {
  it('is dark and English without settings', () =>
    expect(deckLook({ size })).toEqual({
      width: 1280,
      height: 720,
      theme: 'lectern-dark',
      lang: 'en',
      isRightToLeft: false,
      css: [],
    }));

  it.each([
    ['lectern-light', 'lectern-light'],
    ['white', 'white'],
    [' Black ', 'black'],
    ['league', 'league'],
    [' Black-Contrast ', 'black-contrast'],
    ['../evil.css', 'lectern-dark'],
  ])('theme %j gives %s', (theme, name) => expect(deckLook({ size, theme }).theme).toBe(name));

  it.each([
    ['ar', undefined, true],
    ['he-IL', {}, true],
    ['az-Arab', {}, true],
    ['ja', {}, false],
    ['en', { rtl: true }, true],
    ['ar', { rtl: false }, false],
    ['xx-nonsense1-u', {}, false],
  ])('language %j with options %j runs from right to left: %s', (lang, revealOptions, isRightToLeft) =>
    expect(deckLook({ size, lang, revealOptions }).isRightToLeft).toBe(isRightToLeft),
  );

  it.each([
    ['http://127.0.0.1:4000/', '/deck/AbCdEfGh/', 'http://127.0.0.1:4000/deck/AbCdEfGh/'],
    ['lectern://app/index.html', '/deck/AbCdEfGh/', 'lectern://app/deck/AbCdEfGh/'],
    ['lectern://print/print.html', '/deck/AbCdEfGh/', 'lectern://print/deck/AbCdEfGh/'],
  ])('reads style sheets from the origin of the page %s', (baseURI, assets, folder) => {
    vi.stubGlobal('document', { baseURI });
    try {
      expect(deckLook({ size, css: ['looks/house.css', 'https://example.org/a.css'] }, assets).css).toEqual([
        { name: 'looks/house.css', address: `${folder}looks/house.css`, folder },
      ]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('keeps a footer that says something', () => {
    expect(deckLook({ size, footer: 'a' }).footer).toBe('a');
    expect('footer' in deckLook({ size, footer: ' ' })).toBe(false);
  });
});

describe('lookDiagnostics', () => {
  it('says that a theme is not known, and which are', () => {
    const [diagnostic, ...others] = lookDiagnostics({ size, theme: 'leauge' });
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'unknown-theme', severity: 'warning' });
    expect(diagnostic?.message).toMatch(
      /no theme “leauge”; the deck is shown in lectern-dark\. .*\bleague\b.*\bwhite\b/,
    );
  });

  it('says nothing of a known one', () =>
    expect([lookDiagnostics({ size }), lookDiagnostics({ size, theme: 'white' })]).toEqual([[], []]));
});
