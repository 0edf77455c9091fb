import createParser from 'markdown-it';
import { autolinks } from '../../markdown/autolinks.ts';

/** A part of a plain text: words, or an address that can be opened. */
export interface TextPart {
  readonly text: string;
  /** `null` for words. */
  readonly href: string | null;
}

const parser = createParser({ linkify: true });
parser.use(autolinks);

const allowed = /^(?:https?:\/\/|mailto:)/i;

/** Takes a plain text apart at the addresses in it: of the web, and of mail. Put together again, its parts are the text. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const words = (to: number): void => {
    if (to > at) parts.push({ text: text.slice(at, to), href: null });
  };
  for (const { index, lastIndex, url } of parser.linkify.match(text) ?? []) {
    if (!allowed.test(url)) continue;
    words(index);
    parts.push({ text: text.slice(index, lastIndex), href: url });
    at = lastIndex;
  }
  words(text.length);
  return parts;
}
