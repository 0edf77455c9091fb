/**
 * Footnotes. The published plugin parses them; the rendering is ours, because a `<section>` inside a slide would be a slide
 * of its own to reveal.js.
 */
import type { MarkdownIt } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';

export function footnotes(parser: MarkdownIt): void {
  parser.use(footnotePlugin);
  const { rules } = parser.renderer;
  rules['footnote_block_open'] = () => '<div class="footnotes" role="doc-endnotes">\n<ol class="footnotes-list">\n';
  rules['footnote_block_close'] = () => '</ol>\n</div>\n';
  rules['footnote_caption'] = (tokens, index) => {
    const meta: unknown = tokens[index]?.meta;
    const id = typeof meta === 'object' && meta !== null && 'id' in meta ? Number(meta.id) : 0;
    return String(id + 1);
  };
  // A slide is read at one glance: the way back up is the eye's.
  rules['footnote_anchor'] = () => '';
}
