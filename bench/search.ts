import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SearchIndex } from '../src/core/search/search-index.ts';
import { searchDeck } from '../src/core/search/search-slide.ts';
import { median } from './median.ts';
import { sampleDeck } from './sample-deck.ts';

const slides = 10_000;
const inOneDeck = 50;
const rounds = 15;

/** Words that few slides have, words that many have, a beginning, a typo, Japanese, and words that no slide has together. */
const queries = [
  'carrier',
  'bomber range',
  'pub',
  'capabilites',
  '防衛省',
  'B-52H',
  'slide figures',
  'harbour nowhere',
];

/** Full text over 10,000 slides: the shipped decks over and over, each with words of its own, and synthetic ones between. */
export function run(): void {
  const decks = texts();
  const index = new SearchIndex();
  const began = performance.now();
  for (const [i, text] of decks.entries()) put(index, `deck ${i}`, text);
  const built = performance.now() - began;
  const changed = median(times(() => put(index, 'deck 7', decks[7] ?? '')));
  console.log(`slides   decks   built ms   one deck of ${inOneDeck} anew ms`);
  console.log(
    [index.slides, index.decks, built.toFixed(0), changed.toFixed(1)]
      .map((cell, i) => String(cell).padStart([6, 7, 10, 25][i] ?? 0))
      .join(' '),
  );
  console.log('\nwords              slides   median ms (< 20)');
  for (const words of queries) {
    const { total } = index.search(words, 200);
    const spent = median(times(() => void index.search(words, 200)));
    console.log(`${words.padEnd(18)} ${String(total).padStart(6)} ${spent.toFixed(1).padStart(17)}`);
  }
}

function put(index: SearchIndex, name: string, text: string): void {
  const deck = searchDeck(text);
  index.begin(name);
  for (const slide of deck.slides) index.add(name, slide, deck.title);
}

/** Milliseconds that `work` takes, each time. */
function times(work: () => void): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function texts(): readonly string[] {
  const folder = join(import.meta.dirname, '..', 'decks');
  const shipped = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const found: string[] = [];
  for (let count = 0, i = 0; count < slides; i++) {
    // Every third deck is synthetic; the others are shipped ones, some words of which are other words in each.
    const text =
      i % 3 === 2 ? sampleDeck(inOneDeck) : (shipped[i % shipped.length] ?? '').replaceAll(/\bthe\b/g, `the${i}`);
    found.push(text);
    count += text.split('\n---\n').length + text.split('\n--\n').length - 3;
  }
  return found;
}
