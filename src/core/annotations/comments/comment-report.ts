import type { EditorState } from '@codemirror/state';
import { deckSettings } from '../../deck/front-matter.ts';
import { slideBody, slideIndex } from '../../deck/slide-index.ts';
import { slideLabels } from '../../deck/slide-label.ts';
import { deckTitle, headingIn, slideTitle } from '../../deck/summary.ts';
import { annotations } from '../annotation-field.ts';
import type { Comment } from '../comment.ts';
import { isPlaced } from '../slide-annotations.ts';
import { unplacedGroups } from '../unplaced.ts';
import { isStillQuoted } from './quoted-text.ts';
import { textParts } from './text-links.ts';

/**
 * All comments of a deck as a Markdown document: slide by slide, with what they quote, the answers, and who resolved them;
 * those whose slide is gone last. Comments on hidden layers are in it, too. Times are UTC.
 */
export function commentReport(state: EditorState): string {
  const { slides } = slideIndex(state);
  const labels = slideLabels(slideIndex(state));
  const all = annotations(state).filter((each) => each.kind === 'comment');
  const separator = deckSettings(state).settings.notesSeparator;
  const sections = slides.flatMap((slide, i) => {
    const own = all.filter((comment) => comment.slide === slide.key);
    if (own.length === 0) return [];
    const body = slideBody(state, slide);
    const quoted = (comment: Comment) =>
      comment.anchor.kind !== 'quote' || isStillQuoted(body, comment.anchor, separator);
    const title = slideTitle(state, slide);
    return [
      heading(2, `Slide ${labels[i] ?? ''}${title === '' ? '' : `: ${title}`}`),
      ...own.flatMap((comment, n) => commentLines(comment, n + 1, quoted(comment))),
    ];
  });
  const lost = unplacedGroups(state).flatMap(({ slide, annotations: waiting }) => {
    const own = waiting.filter((each) => each.kind === 'comment');
    if (own.length === 0) return [];
    const title = headingIn(slide?.text ?? '').text;
    const name = slide?.number === undefined ? 'A slide' : `Slide ${slide.number} of the file then`;
    return [
      heading(2, `${name}${title === '' ? '' : `, “${title}”`}, no longer in the deck`),
      ...own.flatMap((comment, n) => commentLines(comment, n + 1, true)),
    ];
  });
  const title = deckTitle(state);
  return `${[
    heading(1, title === '' ? 'Comments' : `Comments on ${title}`),
    summary(state, all),
    ...sections,
    ...lost,
  ].join('\n\n')}\n`;
}

function summary(state: EditorState, all: readonly Comment[]): string {
  if (all.length === 0) return 'No comments.';
  const resolved = all.filter((comment) => comment.resolved !== null).length;
  const slides = new Set(all.filter((comment) => isPlaced(state, comment)).map(({ slide }) => slide)).size;
  const { length } = slideIndex(state).slides;
  return `${count(all.length, 'comment')}, ${resolved} resolved, on ${slides} of ${count(length, 'slide')}.`;
}

function commentLines(comment: Comment, number: number, isThere: boolean): readonly string[] {
  const { anchor, creator, created, modified, text, replies, resolved } = comment;
  const edited = modified === undefined ? '' : ', edited';
  return [
    heading(3, `${number}. ${nameOf(creator)}, ${time(created)}${edited}`),
    ...(anchor.kind === 'quote'
      ? [quoted(anchor.exact), ...(isThere ? [] : ['These words are not on it any more.'])]
      : []),
    ...(anchor.kind === 'point' ? [`At ${Math.round(anchor.x)}, ${Math.round(anchor.y)} on the slide.`] : []),
    plain(text),
    ...replies.map((reply) =>
      item(`**${escaped(nameOf(reply.creator))}**, ${time(reply.created)}: ${plain(reply.text)}`),
    ),
    ...(resolved === null ? [] : [`*Resolved by ${escaped(nameOf(resolved.by))}, ${time(resolved.at)}.*`]),
  ];
}

function nameOf(person: string): string {
  return person === '' ? 'Somebody' : person;
}

function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `2 March 2026, 14:07`; what is no time stays as it is. */
function time(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return escaped(iso);
  const clock = [at.getUTCHours(), at.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${clock}`;
}

function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escaped(text.replace(/\s+/g, ' ').trim())}`;
}

function quoted(words: string): string {
  return plain(words)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function item(text: string): string {
  return `- ${text.split('\n').join('\n  ')}`;
}

/** A plain text as Markdown that says just that: nothing in it is markup, its line breaks stay, its addresses are links. */
function plain(text: string): string {
  const parts = textParts(text).map(({ text: words, href }) => (href === null ? escaped(words) : `<${href}>`));
  return parts
    .join('')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^([-+=:])/, '\\$1'),
    )
    .join('\n')
    .replace(/(\S)\n(?=\S)/g, '$1\\\n');
}

/** Everything that Markdown could take for a mark. Control characters are left out. */
function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[\\`*_[\]<>#|~&$^]/g, '\\$&');
}
