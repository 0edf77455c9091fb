import type { Text } from '@codemirror/state';
import { findFrontMatter } from './front-matter-block.ts';
import { readSeparators } from './front-matter-text.ts';
import { inheritKeys, type KeySource } from './slide-keys.ts';
import { scanCustom } from './separators.ts';
import { scanSlides } from './slide-scan.ts';
import type { SlideIndex } from './slide.ts';

/** Reads the whole document; `previous` lends its keys to the slides that it finds again. */
export function buildIndex(doc: Text, keys: KeySource = { slides: [], nextKey: 1 }): SlideIndex {
  const text = doc.toString();
  const frontMatter = findFrontMatter(text);
  const headEnd = frontMatter?.to ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const separators = frontMatter === null ? null : readSeparators(text.slice(frontMatter.yamlFrom, frontMatter.yamlTo));
  const body = text.slice(headEnd);
  const scan = separators === null ? scanSlides(body, headEnd) : scanCustom(body, headEnd, separators);
  const inherited = inheritKeys(keys, scan.slides);
  return {
    head: { from: 0, to: headEnd },
    frontMatter,
    slides: inherited.slides,
    starts: scan.slides.map((slide) => slide.start),
    closer: scan.closer,
    separators,
    nextKey: inherited.nextKey,
  };
}
