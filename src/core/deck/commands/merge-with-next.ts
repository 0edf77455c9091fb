import type { EditorState, Transaction } from '@codemirror/state';
import { followText } from '../../annotations/comments/follow-text.ts';
import { arrange, arrangement } from '../arrangement.ts';
import { deckSettings } from '../front-matter.ts';
import { lineEnd } from '../gap.ts';
import { slideParts } from '../notes.ts';
import { slideBody, slideIndex } from '../slide-index.ts';

/**
 * Makes a slide and the next one into one: the text of both, then the notes of both. It keeps the first one's key, and with it the
 * drawings; the second one's where the first is empty. The comments of both are on it.
 * @returns `null` for the last slide, or where no slide has the key
 */
export function mergeWithNext(state: EditorState, key: string): Transaction | null {
  const index = slideIndex(state);
  const at = index.slides.findIndex((slide) => slide.key === key);
  const first = index.slides[at];
  const second = index.slides[at + 1];
  if (first === undefined || second === undefined) return null;
  const separator = deckSettings(state).settings.notesSeparator;
  const upper = slideBody(state, first);
  const lower = slideBody(state, second);
  const notes = slideParts(upper, separator);
  const blank = lineEnd(state).repeat(2);
  // Notes run to the end of a slide: the second slide's text has to come before them.
  const lowerParts = slideParts(lower, separator);
  const merged =
    notes.notes === null
      ? [upper, lower]
      : [notes.content, lowerParts.content, upper.slice(notes.content.length).trim(), lowerParts.notes ?? ''];
  const body = merged.filter((part) => part !== '').join(blank);
  const [kept, gone] = upper === '' ? [second.key, key] : [key, second.key];
  const slides = arrangement(state).flatMap((slide, i) =>
    i === at ? [{ ...slide, key: kept, stays: false, body }] : i === at + 1 ? [] : [slide],
  );
  return arrange(state, slides, 'slides.merge', followText(state, gone, kept));
}
