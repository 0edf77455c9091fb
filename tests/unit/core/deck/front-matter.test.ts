import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckSettings } from '../../../../src/core/deck/front-matter.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';

const read = (yaml: string) => deckSettings(createDeck(`---\n${yaml}\n---\n# A`));
const codes = (yaml: string) =>
  read(yaml).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('front matter', () => {
  it('gives the known keys, as text where they are text', () => {
    const { settings, diagnostics } = read(
      'title: 2025\nauthor: A\ndate: 2025-12-11\nlang: ja\nsize: 4:3\nminutes: 20\ncss: own.css\nsources:\n  a: plain\n  b:\n    text: T\n    date: 2025\nunknown: kept',
    );
    expect(diagnostics).toEqual([]);
    expect(settings).toMatchObject({
      title: '2025',
      author: 'A',
      date: '2025-12-11',
      lang: 'ja',
      size: { width: 960, height: 720 },
      minutes: 20,
      css: ['own.css'],
    });
    expect([...settings.sources]).toEqual([
      ['a', { text: 'plain' }],
      ['b', { text: 'T', date: '2025' }],
    ]);
  });

  it('says where it does not parse, and the deck opens with its defaults', () => {
    const deck = createDeck('---\ntitle: [a\nauthor: b\n---\n# A\n\n---\n\n# B');
    const { settings, diagnostics } = deckSettings(deck);
    expect(diagnostics[0]).toMatchObject({ code: 'front-matter', severity: 'error', line: 3 });
    expect(settings).toMatchObject({ size: { width: 1280, height: 720 } });
    expect(settings.title).toBeUndefined();
    expect(slideIndex(deck).slides).toHaveLength(2);
  });

  it('names the line of a value that does not fit', () => {
    expect(codes('title: T\nsize: huge')).toEqual([
      '3:1 The front matter’s size is none of 16:9, 16:10, 4:3 or WIDTHxHEIGHT (100 to 10000 pixels each).',
    ]);
    expect(codes('minutes: soon')[0]).toMatch(/^2:1 The front matter’s minutes /);
  });

  it('lets a deck set only those options of reveal.js that are looks or pace', () => {
    const { settings, diagnostics } = read(
      'revealOptions:\n  transition: fade\n  postMessage: true\n  dependencies: [a]\n  __proto__:\n    polluted: 1',
    );
    expect(settings.revealOptions).toEqual({ transition: 'fade' });
    expect(diagnostics).toHaveLength(3);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    'a: &x [1]\nb: *x',
    '<<: {title: no}',
    '__proto__: {polluted: 1}',
    'constructor: {prototype: {polluted: 1}}',
  ])('is not tricked by %j', (yaml) => {
    const { settings } = read(yaml);
    expect(settings.title).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['---js\n{ title: process.exit() }\n---\n# A', '---javascript\nx\n---\n# A', '---json\n{}\n---\n# A'])(
    'never runs %j',
    (text) => {
      expect(slideIndex(createDeck(text)).frontMatter).toBeNull();
    },
  );

  it('is refused above 64 KiB', () => {
    expect(slideIndex(createDeck(`---\na: ${'x'.repeat(70_000)}\n---\n# A`)).frontMatter).toBeNull();
  });

  it('leaves out a pattern that can hang, with a diagnostic', () => {
    const { settings, diagnostics } = read('notesSeparator: "(a|a)*$"');
    expect(settings.notesSeparator).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(/for ever/);
  });

  it('is a slide break where a blank line follows and no key', () => {
    expect(slideIndex(createDeck('---\n\n# A\n\n---\n\n# B')).frontMatter).toBeNull();
    expect(slideIndex(createDeck('---\n\ntitle: T\n---\n# B')).frontMatter).not.toBeNull();
  });
});
