import { type EditorState, Transaction } from '@codemirror/state';
import { arrange, arrangement, difference } from '../arrangement.ts';
import { deckSettings } from '../front-matter.ts';
import { lineEnd } from '../gap.ts';
import { slideParts } from '../notes.ts';
import { scanSlides } from '../slide-scan.ts';
import { slideBody, slideByKey, slideIndex } from '../slide-index.ts';

/**
 * Replaces a slide's notes; an empty text takes them away. Lines that would break the slide are softened: `---` becomes the
 * rule `***`, `--` is escaped. Typing in the notes joins one undo step, as typing in the source does.
 * @returns `null` where no slide has the key, nothing would change, or the deck's own notes separator cannot be written
 */
export function setNotes(state: EditorState, key: string, notes: string): Transaction | null {
  const slide = slideByKey(slideIndex(state), key);
  if (slide === undefined) return null;
  const { notesSeparator } = deckSettings(state).settings;
  const body = slideBody(state, slide);
  const parts = slideParts(body, notesSeparator);
  if ((parts.notes ?? '') === notes.trim()) return null;
  const eol = lineEnd(state);
  const text = notes
    .trim()
    .split(/\r?\n/)
    .map((line) => (/^---\s*$/.test(line) ? '***' : /^-(?:-|---)\s*$/.test(line) ? `\\${line}` : line))
    .join(eol);
  const word =
    parts.notes === null ? newWord(notesSeparator) : body.slice(parts.content.length, parts.notesFrom).trim();
  if (word === null) return null;
  const content = parts.content === '' ? [] : [parts.content + (text === '' ? '' : closing(parts.content))];
  const written =
    text === '' ? parts.content : [...content, `${word}${/\n/.test(text) ? eol : ' '}${text}`].join(eol + eol);
  // A block that the notes leave open would swallow the slides behind: it is closed, unless there are none.
  const next = slideIndex(state).slides.at(-1) === slide ? written : written + closing(written);
  // An empty slide has no line of its own yet: what is written there needs new breaks around it.
  if (body === '') {
    return arrange(
      state,
      arrangement(state).map((other) => (other.key === key ? { ...other, stays: false, body: next } : other)),
      'input.type.notes',
    );
  }
  const change = difference(state, slide.from, slide.to, next);
  if (change === null) return null;
  const transaction = state.update({ changes: change, annotations: Transaction.userEvent.of('input.type.notes') });
  const count = slideIndex(transaction.state).slides.length;
  return count === slideIndex(state).slides.length ? transaction : null;
}

function closing(content: string): string {
  const { closer } = scanSlides(content, 0);
  return closer === null ? '' : `\n${closer}`;
}

function newWord(separator: string | undefined): string | null {
  const words = ['Note:', 'Notes:', '???', '<!-- notes -->'];
  return separator === undefined ? 'Note:' : (words.find((word) => new RegExp(separator, 'mi').test(word)) ?? null);
}
