import { slideParts } from '../../../core/deck/notes.ts';
import { countWords, plainText } from '../../../core/deck/summary.ts';

/** Words of a slide: those that the audience sees, and those that are said. `notes` is `null` where there are none. */
export interface SlideWords {
  readonly shown: number;
  readonly notes: number | null;
}

/** Counts the words of a slide's body. */
export function slideWords(body: string, notesSeparator: string | undefined): SlideWords {
  const { content, notes } = slideParts(body, notesSeparator);
  return { shown: countWords(plainText(content)), notes: notes === null ? null : countWords(plainText(notes)) };
}

/** Characters of a text whose words are counted in one step. */
const stepLength = 20_000;

/** The same, a little at a time. Marks that lie across the end of a step may count as a word. */
export function* slideWordsInSteps(body: string, notesSeparator: string | undefined): Generator<void, SlideWords> {
  const { content, notes } = slideParts(body, notesSeparator);
  const shown = yield* countInSteps(content);
  return { shown, notes: notes === null ? null : yield* countInSteps(notes) };
}

function* countInSteps(text: string): Generator<void, number> {
  let words = 0;
  // Scripts without spaces are parted anywhere, and a picture's data nowhere: it would count as many words.
  const end = /[\s぀-ヿ㐀-鿿฀-๿]/g;
  for (let from = 0; from < text.length;) {
    end.lastIndex = from + stepLength;
    const to = end.exec(text)?.index ?? text.length;
    words += countWords(plainText(text.slice(from, to)));
    from = to;
    yield;
  }
  return words;
}

/** `41 words`. */
export function wordCount(words: number): string {
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
}

/** Seconds that it takes to say so many words. */
export function spokenSeconds(words: number, wordsPerMinute: number): number {
  return (words / wordsPerMinute) * 60;
}
