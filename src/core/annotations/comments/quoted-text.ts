import { slideParts } from '../../deck/notes.ts';
import { renderMarkdown } from '../../markdown/markdown.ts';
import type { CommentAnchor } from '../comment.ts';
import { findQuote } from './find-quote.ts';

type Quote = Extract<CommentAnchor, { kind: 'quote' }>;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a slide's Markdown says on the slide, as near as can be known without showing it. */
export function shownText(body: string, notesSeparator?: string): string {
  const { content } = slideParts(body, notesSeparator);
  return renderMarkdown(content)
    .replace(/<!--[\s\S]{0,20000}?-->/g, '')
    .replace(/<[^<>]{1,5000}>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether the words that a comment is about are still on its slide, in whatever form. */
export function isStillQuoted(body: string, quote: Quote, notesSeparator?: string): boolean {
  if (quote.in === 'source') return findQuote(body, quote) !== null;
  return findQuote(shownText(body, notesSeparator), quote) !== null || findQuote(body, quote) !== null;
}
