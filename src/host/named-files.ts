import { isLocalUrl } from '../core/markdown/local-url.ts';

/** So many are looked for at most: a deck that names more is not one to copy by hand either. */
const most = 5000;

/** Places where a deck can name a file: Markdown, HTML and slide attributes, styles, front matter and blocks. */
const places: readonly RegExp[] = [
  /\]\(\s*<([^<>\n]+)>/g,
  /\]\(\s*([^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)/g,
  /^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)/gm,
  /[\w-]+\s*=\s*"([^"\n]+)"/g,
  /[\w-]+\s*=\s*'([^'\n]+)'/g,
  /[\w-]+\s*=\s*([^\s"'<>=]+)/g,
  /url\(\s*["']?([^"'()\n]+)["']?\s*\)/g,
  /^[ \t]*(?:- +)?[\w-]+:[ \t]+["']?([^"'\n#]+?\.\w{2,5})["']?[ \t]*$/gm,
];

/**
 * The addresses in a deck's text that may be files beside it, as they are written. What stands in code, or names nothing, may
 * be among them: whoever uses them looks whether the file is there.
 */
export function namedFiles(text: string): readonly string[] {
  const found = new Set<string>();
  for (const place of places) {
    for (const [, value = ''] of text.matchAll(place)) {
      for (const part of [value, ...value.split(',')]) {
        const address = part
          .trim()
          .replace(/[?#].*$/, '')
          .replace(/^(?:\.\/)+/, '');
        if (/\.\w+$/.test(address) && isLocalUrl(address)) found.add(address);
        if (found.size === most) return [...found];
      }
    }
  }
  return [...found];
}
