import type { EditorState } from '@codemirror/state';
import { BlockScanner } from './block-scanner.ts';
import { deckSettings } from './front-matter.ts';
import { slideParts } from './notes.ts';
import { coordinates, slideBody, slideIndex } from './slide-index.ts';
import type { Slide } from './slide.ts';

/** One slide in numbers, as `lectern slides --json` prints it. */
export interface SlideSummary {
  /** From 1 in file order, hidden slides counted. */
  readonly number: number;
  readonly h: number;
  readonly v: number;
  readonly title: string;
  readonly id: string | null;
  readonly hidden: boolean;
  readonly marking: string | null;
  /** First and last line of the slide in the file, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Words that the audience sees. */
  readonly words: number;
  /** Steps that the slide takes after it is shown. */
  readonly fragments: number;
  readonly notesWords: number;
  /** Planned seconds. */
  readonly timing: number | null;
}

/** All slides in numbers, in file order. */
export function summarise(state: EditorState): readonly SlideSummary[] {
  const index = slideIndex(state);
  const notes = deckSettings(state).settings.notesSeparator;
  const places = coordinates(index);
  return index.slides.map((slide, i) => {
    const { content, notes: spoken } = slideParts(slideBody(state, slide), notes);
    const visible = visibleText(content);
    const timing = Number(slide.attributes.get('data-timing'));
    return {
      number: i + 1,
      h: places[i]?.h ?? 0,
      v: places[i]?.v ?? 0,
      title: headingIn(content).text,
      id: slide.attributes.get('id') ?? null,
      hidden: isHidden(slide),
      marking: slide.attributes.get('data-marking') ?? null,
      lines: [state.doc.lineAt(slide.from).number, state.doc.lineAt(slide.to).number],
      words: countWords(visible),
      fragments: countFragments(content),
      notesWords: countWords(
        [...Array.from(content.matchAll(asides), ([, text = '']) => text), spoken ?? ''].map(visibleText).join(' '),
      ),
      timing: slide.attributes.has('data-timing') && Number.isFinite(timing) && timing >= 0 ? timing : null,
    };
  });
}

export function isHidden(slide: Slide): boolean {
  return slide.attributes.get('data-visibility') === 'hidden';
}

/** The deck's title: the front matter's, else its first heading, else ''. */
export function deckTitle(state: EditorState): string {
  const title = deckSettings(state).settings.title;
  if (title !== undefined && title.trim() !== '') return title.trim();
  for (const slide of slideIndex(state).slides) {
    const heading = slideTitle(state, slide);
    if (heading !== '') return heading;
  }
  return '';
}

/** Titles by what slides' texts stand for: several views ask for them after each key, and a slide may be megabytes long. */
const titles = new WeakMap<object, { readonly separator: string | undefined; readonly title: string }>();

/** The text of a slide's first heading; '' where it has none. */
export function slideTitle(state: EditorState, slide: Slide): string {
  const separator = deckSettings(state).settings.notesSeparator;
  const known = titles.get(slide.textId);
  if (known !== undefined && known.separator === separator) return known.title;
  const title = headingIn(slideParts(slideBody(state, slide), separator).content).text;
  titles.set(slide.textId, { separator, title });
  return title;
}

/** A slide's first heading. */
export interface Heading {
  /** Without marks; '' where there is no heading. */
  readonly text: string;
  /** From 1 to 6; 0 where there is no heading. */
  readonly level: number;
}

const noHeading: Heading = { text: '', level: 0 };

/** Characters of a line that are looked at for a title. */
const longestTitle = 1000;

/** The first heading with words in the content of a slide. */
export function headingIn(content: string): Heading {
  const scanner = new BlockScanner();
  let before = '';
  for (const whole of content.split('\n')) {
    const clear = scanner.isClear;
    const kind = scanner.line(whole, 0, whole.length);
    const line = whole.slice(0, longestTitle);
    if (clear && kind !== 'opaque' && kind !== 'comment') {
      const [, marks = '', words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t\r]*$/.exec(line) ?? [];
      if (plainText(words) !== '') return { text: plainText(words), level: marks.length };
      if (/^ {0,3}(?:=+|-+)[ \t\r]*$/.test(line) && before !== '')
        return { text: plainText(before), level: line.includes('=') ? 1 : 2 };
      const [, level, html = ''] = /<h([1-6])[^>]*>(.*?)<\/h[1-6]>/i.exec(line) ?? [];
      if (plainText(html) !== '') return { text: plainText(html), level: Number(level) };
    }
    before = kind === 'text' && !/^ {0,3}(?:[>#|]|[-*+] |\d+[.)] )/.test(line) ? line.trim() : '';
  }
  return noHeading;
}

/** What a line of Markdown says, without its marks. */
export function plainText(markdown: string): string {
  // Every pattern is bounded, so that no text can make it look at its characters over and over.
  return withoutComments(markdown)
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<[^<>\s][^<>]*>/g, '')
    .replace(/(\*\*|__|~~|`{1,3})(.{1,500}?)\1/g, '$2')
    .replace(/(?<![\\\p{L}\p{N}])([*_])(?=\S)(.{1,500}?)(?<![\s\\])\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutComments(text: string): string {
  let plain = '';
  for (let at = 0; ;) {
    const from = text.indexOf('<!--', at);
    const to = from === -1 ? -1 : text.indexOf('-->', from);
    if (to === -1) return plain + text.slice(at);
    plain += text.slice(at, from);
    at = to + 3;
  }
}

/** What stands in `<aside class="notes">`, which is notes too. */
const asides = /<aside[^<>]*\bnotes\b[^<>]*>([\s\S]{0,20000}?)<\/aside>/gi;

function visibleText(content: string): string {
  return plainText(
    content
      .replace(/<aside[^>]*\bnotes\b[\s\S]*?<\/aside>/gi, '')
      .replace(/^(?:`{3,}|~{3,}).*$/gm, '')
      .replace(/^[ |:-]+$/gm, ''),
  );
}

const spacedWord = /[\p{L}\p{N}][^\s|]*/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words as a reader counts them, in scripts with and without spaces. */
export function countWords(text: string): number {
  // Spaces divide the words of most scripts, and do so far faster than a segmenter.
  let words = 0;
  if (!/[぀-ヿ㐀-鿿฀-๿]/.test(text)) {
    // Not by a list of all: a line of 10 MB has two million, which take longer to throw away than to count.
    for (spacedWord.lastIndex = 0; spacedWord.test(text);) words++;
    return words;
  }
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}

/** Fragments by class, each of which is one step unless indexed alike; and the line steps of code after the first. */
function countFragments(content: string): number {
  const indices = new Set<string>();
  let steps = 0;
  const count = (attributes: string) => {
    if (!/class\s*=\s*["'][^"']*\bfragment\b/.test(attributes)) return;
    const at = /data-fragment-index\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1];
    if (at === undefined) steps++;
    else indices.add(at);
  };
  const scanner = new BlockScanner();
  const prose: string[] = [];
  for (const line of content.split('\n')) {
    const clear = scanner.isClear;
    const kind = scanner.line(line, 0, line.length);
    if (kind !== 'opaque') prose.push(line);
    else if (clear)
      steps += (/^\s*(?:`{3,}|~{3,})[^[]*\[(?:\d+:)?([^\]]*)\]/.exec(line)?.[1]?.split('|').length ?? 1) - 1;
  }
  for (const tag of prose.join('\n').matchAll(/<!--\s{0,100}\.element:?([\s\S]{0,4000}?)-->|<[a-z][^<>]*>/gi))
    count(tag[1] ?? tag[0]);
  return steps + indices.size;
}
