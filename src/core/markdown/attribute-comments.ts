/**
 * `<!-- .slide: … -->` and `<!-- .element: … -->` pass through as comments. One thing would be lost on the way: reveal.js
 * gives a comment right under a list to the list's last item, and one after a blank line to the list. The blank line is kept
 * in the HTML so that the slide renderer can tell.
 */
import type { MarkdownIt } from 'markdown-it';

const elementComment = /^\s*<!--\s*\.element\b/;

export function attributeComments(parser: MarkdownIt): void {
  parser.core.ruler.push('attribute_comments', (state) => {
    const lines = state.src.split('\n');
    for (const token of state.tokens) {
      if (token.type !== 'html_block' || token.map === null || !elementComment.test(token.content)) continue;
      const before = lines[token.map[0] - 1];
      if (before !== undefined && before.trim() === '') token.content = `\n${token.content}`;
    }
  });
}

/** What an attribute comment speaks of and the text of its attributes; `null` for any other comment. */
export function readAttributeComment(
  text: string,
): { readonly of: 'slide' | 'element'; readonly attributes: string } | null {
  const match = /^\s*\.(slide:|element\b:?)([\s\S]*)$/.exec(text);
  if (match === null) return null;
  return { of: match[1] === 'slide:' ? 'slide' : 'element', attributes: match[2] ?? '' };
}
