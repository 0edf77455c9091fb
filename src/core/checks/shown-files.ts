import { writtenAttributes } from '../deck/attributes.ts';
import type { Range } from '../deck/slide.ts';
import { isDataImage } from '../markdown/local-url.ts';
import type { SlideText } from './slide-text.ts';

/** A file that a slide shows or plays; the range is that of its address as written. */
export interface ShownFile extends Range {
  readonly address: string;
  /** `page` is an embedded page, which is never shown. */
  readonly kind: 'file' | 'page';
  /** Whether an attribute comment names it: the allow-list of attributes has the last word on those. */
  readonly inComment: boolean;
}

// Bounded throughout, so that no text can make a pattern look at its characters over and over.
const picture =
  /!\[[^\]\n]{0,500}\]\([ \t]{0,20}(?:<([^<>\n]{1,2000})>|([^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?))/dg;
const pictureByName = /!\[([^\]\n]{1,200})\](?:\[([^\]\n]{0,200})\])?(?!\()/g;
const definition = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]{0,20}(?:<([^<>\n]{1,2000})>|(\S{1,2000}))/dgm;
const tag = /<(img|video|audio|source|iframe|embed|object)\b([^<>]{1,4000})>/dgi;
const addressIn =
  /(?<![\w-])(?:src|data-src|poster|data)\s{0,10}=\s{0,10}(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/dgi;
const backgrounds = new Set(['data-background-image', 'data-background-video']);
const oneFile = new Set(['data-src', 'data-preview-image', 'data-preview-video']);
const pictureFile = /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i;

/** The files that a slide shows, by all the ways there are to name one. Pictures written out as `data:` are none. */
export function shownFiles(slide: SlideText): readonly ShownFile[] {
  return [...inMarkdown(slide.prose), ...inHtml(slide), ...inComments(slide)].filter(
    ({ address }) => address !== '' && !isDataImage(address),
  );
}

function inMarkdown(prose: string): readonly ShownFile[] {
  if (!prose.includes('![')) return [];
  const found = Array.from(prose.matchAll(picture), ({ indices }) => named(prose, indices?.[1] ?? indices?.[2]));
  const names = new Set(
    Array.from(prose.matchAll(pictureByName), ([, first = '', second = '']) => fold(second || first)),
  );
  if (names.size === 0) return found;
  for (const { 1: name = '', indices } of prose.matchAll(definition)) {
    if (names.has(fold(name))) found.push(named(prose, indices?.[2] ?? indices?.[3]));
  }
  return found;
}

function fold(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function inHtml({ prose, body }: SlideText): readonly ShownFile[] {
  if (!prose.includes('<')) return [];
  return Array.from(prose.matchAll(tag)).flatMap(({ 1: name = '', indices }) => {
    const [start, end] = indices?.[2] ?? [0, 0];
    const page = /^(?:iframe|embed|object)$/i.test(name);
    return Array.from(body.slice(start, end).matchAll(addressIn), ({ indices: places }): ShownFile => {
      const [from, to] = places?.[1] ?? places?.[2] ?? places?.[3] ?? [0, 0];
      return { ...named(body, [start + from, start + to]), kind: page ? 'page' : 'file' };
    });
  });
}

function inComments({ body, comments }: SlideText): readonly ShownFile[] {
  return comments.flatMap(({ text, textFrom }) =>
    [...writtenAttributes(text)].flatMap(({ name, value, to }): readonly ShownFile[] => {
      const isList = backgrounds.has(name) || (name === 'data-background' && pictureFile.test(value));
      if (!isList && !oneFile.has(name)) return [];
      const start = textFrom + to - 1 - value.length;
      const files: ShownFile[] = [];
      let at = start;
      for (const part of isList && !isDataImage(value) ? value.split(',') : [value]) {
        const lead = part.length - part.trimStart().length;
        files.push({ ...named(body, [at + lead, at + lead + part.trim().length]), inComment: true });
        at += part.length + 1;
      }
      return files;
    }),
  );
}

function named(text: string, [from, to]: readonly [number, number] = [0, 0]): ShownFile {
  return { from, to, address: text.slice(from, to).trim(), kind: 'file', inComment: false };
}
