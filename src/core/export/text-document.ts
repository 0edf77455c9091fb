import type { Token } from 'markdown-it';
import { parseAttributes } from '../deck/attributes.ts';
import { slideParts } from '../deck/notes.ts';
import { plainText } from '../deck/summary.ts';
import { readAttributeComment } from '../markdown/attribute-comments.ts';
import { deckMarkdown } from '../markdown/markdown.ts';

/** A slide whose words are to be read on paper or in a mail. */
export interface WrittenSlide {
  /** What people call it: `3.1`. */
  readonly label: string;
  /** Its Markdown with its notes. */
  readonly body: string;
}

export interface TextDocument {
  readonly title: string;
  /** Lines under the title, such as author and date; empty ones are left out. */
  readonly lines: readonly string[];
  readonly slides: readonly WrittenSlide[];
  /** The deck’s own pattern for where notes start. */
  readonly notesSeparator?: string | undefined;
  readonly withNotes: boolean;
}

const parser = deckMarkdown();

/**
 * The words of a deck as plain Markdown: a heading for each slide with its number, its text, and its notes as a quotation.
 * Attribute comments, which only concern looks, are left out; images keep their addresses.
 */
export function textDocument({ title, lines, slides, notesSeparator, withNotes }: TextDocument): string {
  const head = [`# ${title}`, lines.filter((line) => line !== '').join(' · ')];
  const sections = slides.map(({ label, body }) => {
    const parts = slideParts(body, notesSeparator);
    const slide = readSlide(parts.content);
    const notes = [...slide.notes, parts.notes ?? ''].map((text) => clean(text).trim()).filter((text) => text !== '');
    const heading = `## ${slide.title === '' ? `Slide ${label}` : `${label} ${slide.title}`}`;
    const quoted = notes.join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>');
    return [heading, slide.text.trim(), ...(withNotes && notes.length > 0 ? [`> **Notes**\n>\n${quoted}`] : [])];
  });
  return `${[...head, ...sections.flat()].filter((part) => part !== '').join('\n\n')}\n`;
}

/** Notes inside of a slide’s HTML; one that is never closed reaches to the end. */
const asides = /<aside[^<>]*\bnotes\b[^<>]*>([\s\S]*?)(?:<\/aside>|$)/gi;

function readSlide(content: string): {
  readonly title: string;
  readonly text: string;
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const shown = content.replace(asides, (_, text: string) => {
    notes.push(text);
    return '';
  });
  for (const [, comment = ''] of content.matchAll(/<!--([\s\S]*?)-->/g)) {
    const attribute = readAttributeComment(comment);
    const written = attribute?.of === 'slide' ? parseAttributes(attribute.attributes).get('data-notes') : undefined;
    if (written !== undefined) notes.push(written);
  }
  const lines = shown.split('\n');
  const tokens = parser.parse(shown, {});
  let title = '';
  // Lists and quotations around a block: its lines then begin with their marks.
  let around = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^(?:blockquote|(?:bullet|ordered)_list)_/.test(token.type)) around += token.nesting;
    if (token.map === null) continue;
    const [from, to] = token.map;
    if (token.type === 'heading_open' && around === 0) {
      const words = tokens[at + 1]?.content ?? '';
      const isTitle = title === '' && plainText(words) !== '';
      if (isTitle) title = plainText(words);
      // A slide’s own headings stand below the one that it has here.
      const level = Math.min(6, Math.max(3, Number(token.tag.slice(1))));
      replaceLines(lines, from, to, isTitle ? '' : `${'#'.repeat(level)} ${withoutComments(words)}`);
    } else if (token.type === 'html_block') {
      replaceLines(lines, from, to, withoutComments(lines.slice(from, to).join('\n')));
    } else if (token.type === 'inline') {
      dropInlineComments(token, lines);
    } else if (/^container_\w+_open$/.test(token.type)) {
      lines[from] = '';
      if (/^\s*:{3,}\s*$/.test(lines[to] ?? '')) lines[to] = '';
    }
  }
  return {
    title,
    text: lines
      .join('\n')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n'),
    notes,
  };
}

/** Notes are Markdown as slides are. */
function clean(notes: string): string {
  return readSlide(notes).title === '' ? readSlide(notes).text : withoutComments(notes);
}

/** Puts a text in the place of lines and keeps the number of all of them. */
function replaceLines(lines: string[], from: number, to: number, text: string): void {
  const [first = '', ...rest] = text.split('\n');
  for (let line = from; line < to; line++) lines[line] = '';
  lines[from] = [first, ...rest].join('\n');
}

function dropInlineComments({ children, map }: Token, lines: string[]): void {
  const comments = (children ?? []).filter(({ type, content }) => type === 'html_inline' && content.startsWith('<!--'));
  if (comments.length === 0 || map === null) return;
  let text = lines.slice(map[0], map[1]).join('\n');
  for (const { content } of comments) text = text.replace(content, '');
  replaceLines(lines, map[0], map[1], text);
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, '');
}
