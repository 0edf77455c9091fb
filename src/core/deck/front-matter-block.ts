import type { Range } from './slide.ts';

/** Front matter is read up to this many characters; a longer block is not front matter. */
export const frontMatterLimit = 64 * 1024;

/** Where the front matter stands: `from` to `to` with both `---` lines, `yamlFrom` to `yamlTo` without them. */
export interface FrontMatterBlock extends Range {
  readonly yamlFrom: number;
  readonly yamlTo: number;
}

const opening = /^\uFEFF?---[ \t\r]*\n/;
const key = /^[A-Za-z_][\w-]*[ \t]*:/;

/**
 * The front matter at the start of `text`, or `null`. A `---` line at the very start opens it. If a blank line follows, and
 * then something that is no YAML key, it is a slide break instead (pandoc's rule for metadata blocks, a little softened).
 */
export function findFrontMatter(text: string): FrontMatterBlock | null {
  const open = opening.exec(text)?.[0];
  if (open === undefined) return null;
  const yamlFrom = open.length;
  const closing = /^---[ \t\r]*$/gm;
  closing.lastIndex = yamlFrom;
  const close = closing.exec(text.slice(0, yamlFrom + frontMatterLimit + 8));
  if (close === null || close.index - yamlFrom > frontMatterLimit) return null;
  const yaml = text.slice(yamlFrom, close.index);
  const first = /^[^\S\n]*\S[^\n]*/m.exec(yaml)?.[0] ?? '';
  if (/^[ \t\r]*(?:\n|$)/.test(yaml) && yaml !== '' && !key.test(first)) return null;
  const end = close.index + close[0].length;
  return {
    from: text.startsWith('\uFEFF') ? 1 : 0,
    to: end + (text[end] === '\n' ? 1 : 0),
    yamlFrom,
    yamlTo: close.index,
  };
}
