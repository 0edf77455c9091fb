import { undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import MarkdownIt from 'markdown-it';
import { moveSlides } from '../src/core/deck/commands/move-slides.ts';
import { createDeck } from '../src/core/deck/deck-state.ts';
import { slideIndex } from '../src/core/deck/slide-index.ts';
import { median } from './median.ts';
import { sampleDeck } from './sample-deck.ts';

const rounds = 41;

/** Milliseconds that each of `works` takes, in turn, `rounds` times after a warm-up: medians in the same order. */
function sideBySide(works: readonly (() => void)[]): readonly number[] {
  const times = works.map((): number[] => []);
  for (let round = -10; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      work();
      if (round >= 0) times[i]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** The slide index on decks of 50, 1,000 and 5,000 slides: built, after a keystroke, after a move; beside markdown-it. */
export function run(): void {
  console.log(
    'slides      MB   index ms   markdown-it ms   ratio (< 0.15)   keystroke ms (< 1)   move ms (< 2)   undo ms',
  );
  for (const slides of [50, 1000, 5000]) {
    const text = sampleDeck(slides);
    const markdown = new MarkdownIt({ html: true });
    const deck = createDeck(text);
    const { slides: all } = slideIndex(deck);
    const middle = all[all.length >> 1];
    const last = all.at(-1);
    if (middle === undefined || last === undefined) throw new RangeError(`No slides in a deck of ${slides}`);
    let moved: EditorState = deck;
    const [index, render, key, move, back] = sideBySide([
      () => void slideIndex(createDeck(text)),
      () => void markdown.render(text),
      () => void slideIndex(deck.update({ changes: { from: middle.to, insert: 'x' } }).state),
      () => {
        moved = moveSlides(deck, [last.key], { index: 2 })?.state ?? deck;
      },
      () => void undo({ state: moved, dispatch: (transaction: Transaction) => slideIndex(transaction.state) }),
    ]).map((ms) => ms.toFixed(3));
    const ratio = (Number(index) / Number(render)).toFixed(3);
    console.log(
      [slides, (text.length / 1e6).toFixed(2), index, render, ratio, key, move, back]
        .map((cell, i) => String(cell).padStart([6, 7, 10, 16, 16, 20, 15, 9][i] ?? 9))
        .join(' '),
    );
  }
}
