/** Autolinks as GFM has them: addresses with a scheme, `www.` and e-mail; never a bare `readme.md`. */
import type { MarkdownIt } from 'markdown-it';

export function autolinks(parser: MarkdownIt): void {
  parser.linkify.set({ fuzzyLink: false });
  parser.linkify.add('//', null).add('ftp:', null);
  parser.linkify.add('www.', {
    validate: (text, position) => {
      const rest = text.slice(position);
      const length = parser.linkify.testSchemaAt(`http://www.${rest}`, 'http:', 'http:'.length);
      return Math.max(0, length - '//www.'.length);
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}
