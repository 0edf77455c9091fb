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

/** `41 words`. */
export function wordCount(words: number): string {
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
}

/** Seconds that it takes to say so many words. */
export function spokenSeconds(words: number, wordsPerMinute: number): number {
  return (words / wordsPerMinute) * 60;
}
