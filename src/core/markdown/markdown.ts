/**
 * Slide Markdown to HTML. The result is raw: whatever HTML the author wrote is in it, attribute comments too. It is for the
 * slide renderer, which applies the comments, sanitises the tree and only then shows it.
 */
import createParser, { type MarkdownIt } from 'markdown-it';
import { attributeComments } from './attribute-comments.ts';
import { autolinks } from './autolinks.ts';
import { containers } from './containers.ts';
import { footnotes } from './footnotes.ts';
import { lineSteps } from './line-steps.ts';
import { taskLists } from './task-lists.ts';

export interface MarkdownOptions {
  /**
   * Tells the ids of this text's footnotes from those of other texts in the same page: the slide's number, and something more
   * for its notes. Without it they are numbered from 1 alone.
   */
  readonly scope?: string;
}

/** What the dialect adds to CommonMark, in the order the additions take hold. */
const dialect = [autolinks, containers, lineSteps, footnotes, taskLists, attributeComments];

/** A parser of CommonMark 0.31 and nothing else. */
export function commonMark(): MarkdownIt {
  return createParser('commonmark');
}

/** A parser of the deck dialect: CommonMark, GFM's tables and strikethrough, and the additions above. */
export function deckMarkdown(): MarkdownIt {
  const parser = createParser({ html: true, xhtmlOut: true, linkify: true });
  for (const addition of dialect) parser.use(addition);
  return parser;
}

const parser = deckMarkdown();

/** The HTML of a slide's Markdown, unsanitised, with the attribute comments still in it. Never throws. */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): string {
  return parser.render(source, options.scope === undefined ? {} : { docId: options.scope });
}
