import { slideParts } from '../deck/notes.ts';
import { plainText } from '../deck/summary.ts';

/** Between the blocks of a slide where they are put on one line. */
export const blockDivider = ' · ';

/** Most of a slide's Markdown that is read for searching, in UTF-16 code units. */
const longest = 256 * 1024;

const asides = /<aside[^<>]*\bnotes\b[^<>]*>([\s\S]{0,20000}?)<\/aside>/gi;

/** What a slide says, without its marks: to the audience, and in its notes. */
export function slideText(body: string, notesSeparator?: string): { readonly text: string; readonly notes: string } {
  const { content, notes } = slideParts(body.slice(0, longest), notesSeparator);
  const spoken: string[] = [];
  const shown = content.replace(asides, (_, aside: string) => {
    spoken.push(aside);
    return '\n';
  });
  if (notes !== null) spoken.push(notes);
  return { text: inOneLine(shown), notes: inOneLine(spoken.join('\n\n')) };
}

// Headings, list items, quotes and rows of tables are blocks of their own whatever stands before them.
const blockStart = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|\[\^[^\]]+\]:\s*)/;
const noText = /^\s*(?:`{3,}.*|~{3,}.*|:{3,}.*|[=-]+|[|: -]+)\s*$/;

/** Markdown on one line, its blocks set apart. */
function inOneLine(markdown: string): string {
  const blocks: string[] = [];
  let block = '';
  const end = () => {
    const text = plainText(block.replace(/\[\^[^[\]\s]{1,100}\]/g, ''));
    if (text !== '') blocks.push(text);
    block = '';
  };
  for (const line of withoutComments(markdown).split('\n')) {
    if (line.trim() === '' || noText.test(line)) end();
    else if (/^\s*\|/.test(line)) {
      end();
      block = line.replace(/^\s*\||\|\s*$/g, '').replace(/\s*(?<!\\)\|\s*/g, ', ');
      end();
    } else {
      if (blockStart.test(line)) end();
      block += ` ${line.replace(blockStart, '')}`;
    }
  }
  end();
  return blocks.join(blockDivider);
}

/** A comment may go over several lines, and hold any. */
function withoutComments(markdown: string): string {
  return markdown.includes('<!--') ? markdown.replace(/<!--[\s\S]{0,20000}?-->/g, '') : markdown;
}
