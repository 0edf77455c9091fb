import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndexHit, SearchIndex } from '../../../../src/core/search/search-index.ts';
import { searchDeck } from '../../../../src/core/search/search-slide.ts';

function put(index: SearchIndex, deck: string, text: string): void {
  const { title, slides } = searchDeck(text);
  index.begin(deck);
  for (const slide of slides) index.add(deck, slide, `${title} ${deck}`);
}

function indexOf(decks: Readonly<Record<string, string>>): SearchIndex {
  const index = new SearchIndex();
  for (const [name, text] of Object.entries(decks)) put(index, name, text);
  return index;
}

const found = (index: SearchIndex, words: string): readonly string[] =>
  index
    .search(words, 100)
    .hits.map(({ deck, slide }) => `${deck} ${slide.number}`)
    .toSorted();

const marked = ({ excerpt, marks }: IndexHit): readonly string[] => marks.map(([from, to]) => excerpt.slice(from, to));

const index = indexOf({
  bombers: `---
title: Bomber capabilities
---

# Five types

- The B-52H carries 70,000 lb in 2024 <!-- .element: class="fragment" -->

---

<!-- .slide: data-visibility="hidden" -->
## Ranges

| Type | Range |
| --- | --- |
| H-6K | **3,500** km |

Note: Ask the attaché about the café.
`,
  日本: `# 日米共同訓練

航空自衛隊は演習場で訓練した。

---

## ｺｳｸｳ ガイド

防衛省の発表

---

## 演習

新しい習場
`,
});

describe('finds', () => {
  it.each([
    ['five', ['bombers 1']],
    ['FIVE types', ['bombers 1']],
    ['rang', ['bombers 2']],
    ['b-52h', ['bombers 1']],
    ['B52H', ['bombers 1']],
    ['52H', ['bombers 1']],
    ['70000', ['bombers 1']],
    ['70,000 lb', ['bombers 1']],
    ['attache cafe', ['bombers 2']],
    ['ATTACHÉ', ['bombers 2']],
    ['capabilities', ['bombers 1']],
    ['共同訓練', ['日本 1']],
    ['演習場', ['日本 1']],
    ['習', ['日本 1', '日本 3']],
    ['演', ['日本 1', '日本 3']],
    ['練', ['日本 1']],
    ['コウクウ', ['日本 2']],
    ['ガイド', ['日本 2']],
    ['カイド', []],
    ['防衛省 発表', ['日本 2']],
    ['capabilites', ['bombers 1']],
    ['capabilities ranges', []],
    ['2025', []],
    ['fragment', []],
    ['', []],
    ['— !', []],
  ])('%j', (words, slides) => {
    expect(found(index, words)).toEqual(slides);
  });

  it('what is written before what is only like it', () => {
    const decks = indexOf({ a: '# A form', b: '# Forms', c: '# Far from here' });
    expect(found(decks, 'form')).toEqual(['a 1', 'b 1']);
    expect(decks.search('form', 10).hits[0]?.deck).toBe('a');
    expect(found(decks, 'forn')).toEqual(['a 1']);
  });

  it('a word in a heading before the same word in the text, and that before one in the notes', () => {
    const decks = indexOf({ notes: '# A\n\nb c\n\nNote: range', text: '# A\n\nrange c', head: '# Range\n\nb c' });
    expect(decks.search('range', 10).hits.map(({ deck }) => deck)).toEqual(['head', 'text', 'notes']);
  });

  it('hidden slides, and says that they are', () => {
    expect(index.search('ranges', 10).hits[0]?.slide).toMatchObject({ hidden: true, number: 2, title: 'Ranges' });
  });

  it('how many there are, and hands out no more than asked for', () => {
    const many = indexOf({ many: Array.from({ length: 30 }, () => '# Same').join('\n\n---\n\n') });
    const { hits, total } = many.search('same', 7);
    expect([hits.length, total]).toEqual([7, 30]);
  });
});

describe('the excerpt', () => {
  it('shows the words where they stand', () => {
    const [hit] = index.search('b-52h lb', 1).hits;
    expect(hit).toMatchObject({ excerpt: 'Five types · The B-52H carries 70,000 lb in 2024', inNotes: false });
    expect(hit && marked(hit)).toEqual(['B-52H', 'lb']);
    expect(hit?.words).toEqual(['B-52H', 'lb']);
  });

  it('reads tables and leaves out marks', () => {
    expect(index.search('ranges', 1).hits[0]?.excerpt).toBe('Ranges · Type, Range · H-6K, 3,500 km');
  });

  it('comes from the notes where only they have the words', () => {
    const [hit] = index.search('cafe', 1).hits;
    expect(hit).toMatchObject({ excerpt: 'Ask the attaché about the café.', inNotes: true });
    expect(hit && marked(hit)).toEqual(['café']);
  });

  it('marks a run as it was asked for', () => {
    const [hit] = index.search('共同訓練', 1).hits;
    expect(hit && marked(hit)).toEqual(['共同訓練']);
    expect(hit?.excerpt).toContain('日米共同訓練 · 航空自衛隊');
  });

  it('has the first match in it, whole, with exact marks, wherever it stands', () => {
    const filler = fc.array(fc.constantFrom('alpha', 'beta', '長い文章', 'naïve', '🎯🎯', 'x'.repeat(90), '.'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const one = indexOf({ one: `${before.join(' ')} needle ${after.join(' ')}` });
        const [hit] = one.search('NEEDLE', 1).hits;
        expect(hit && marked(hit)).toEqual(['needle']);
        expect(hit?.excerpt.length).toBeLessThan(230);
        expect(hit?.excerpt.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('kept up to date', () => {
  const words = fc.constantFrom('one', 'two', 'three', '演習', 'four');
  const deck = fc
    .array(fc.array(words, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((slides) => slides.map((slide) => slide.join(' ')).join('\n\n---\n\n'));
  const step = fc.record({ name: fc.constantFrom('a', 'b', 'c'), text: fc.option(deck) });

  it('finds what an index made anew finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const lived = new SearchIndex();
        const now = new Map<string, string>();
        for (const { name, text } of steps) {
          if (text === null) lived.remove(name);
          else put(lived, name, text);
          if (text === null) now.delete(name);
          else now.set(name, text);
        }
        const fresh = indexOf(Object.fromEntries(now));
        for (const asked of ['one', 'two three', '演習', 'fou', 'a'])
          expect(found(lived, asked)).toEqual(found(fresh, asked));
        expect([lived.slides, lived.decks]).toEqual([fresh.slides, fresh.decks]);
      }),
    );
  });
});

it('takes a slide that is one word of ten megabytes', () => {
  const long = indexOf({ long: `# Long\n\n${'x'.repeat(10_000_000)}` });
  expect(found(long, 'xxx')).toEqual(['long 1']);
  expect(long.search('xxx', 1).hits[0]?.excerpt.length).toBeLessThan(300);
});
