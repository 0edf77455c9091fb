import { describe, expect, it } from 'vitest';
import { deckFileName } from '../../../src/host/deck-name.ts';

describe('deckFileName', () => {
  it.each([
    ['talk', 'talk.md'],
    ['talk.md', 'talk.md'],
    ['Talk.MARKDOWN', 'Talk.MARKDOWN'],
    ['  talk  ', 'talk.md'],
    ['v1.2', 'v1.2.md'],
    ['talk.txt', 'talk.txt.md'],
    ['合同演習の報告', '合同演習の報告.md'],
    ['e\u0301tude', 'étude.md'],
    ['عرض', 'عرض.md'],
    ['console', 'console.md'],
    ['x'.repeat(238), `${'x'.repeat(238)}.md`],
  ])('of %j is %j', (given, name) => {
    expect(deckFileName(given)).toBe(name);
  });

  it.each([
    '../talk',
    'a/b',
    'a\\b',
    'C:talk',
    '/etc/passwd',
    '.hidden',
    '.md',
    '..',
    ' ',
    'talk\0.md',
    'talk\nmore',
    'talk\u202Edm.exe',
    '\u2066x',
    'lone \uD800',
    'what?',
    'a*b',
    'a|b',
    '"a"',
    '<a>',
    'CON',
    'nul.md',
    'com1.notes',
    'LPT9.md',
    'talk..md',
    'talk .md',
    'x'.repeat(239),
    '語'.repeat(80),
  ])('refuses %j, and says why', (given) => {
    expect(() => deckFileName(given)).toThrow(
      expect.objectContaining({ code: 'bad-arguments', wayOut: 'Give it another name.' }),
    );
  });

  it('shows in its message no hidden characters, and not all of a long name', () => {
    expect(() => deckFileName(`a\u202E\n/${'x'.repeat(500)}`)).toThrow(/^“a��\/x{76}…” cannot be the name of a deck: /);
  });
});
