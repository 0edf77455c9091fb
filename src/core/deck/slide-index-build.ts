import type { Text } from '@codemirror/state';
import { findFrontMatter } from './front-matter-block.ts';
import { readSeparators } from './front-matter-text.ts';
import { inheritKeys, type KeySource, noKeys } from './slide-keys.ts';
import { type CustomSeparators, scanCustom } from './separators.ts';
import { SlideOutline } from './slide-outline.ts';
import { scanSlides } from './slide-scan.ts';
import type { SlideIndex } from './slide.ts';

/**
 * Reads the whole document.
 * @param keys lends its keys to the slides that are found again
 * @param separators the deck's own, where they are known already: judging them takes longer than reading the deck
 */
export function buildIndex(doc: Text, keys: KeySource = noKeys, separators?: CustomSeparators | null): SlideIndex {
  const text = doc.toString();
  const frontMatter = findFrontMatter(text);
  const headEnd = frontMatter?.to ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const own =
    separators ?? (frontMatter === null ? null : readSeparators(text.slice(frontMatter.yamlFrom, frontMatter.yamlTo)));
  const body = text.slice(headEnd);
  const scan = own === null ? scanSlides(body, headEnd) : scanCustom(body, headEnd, own);
  const keyed = inheritKeys(keys, scan.slides, ({ from, to }) => text.slice(from, to));
  return {
    head: { from: 0, to: headEnd },
    frontMatter,
    ...keyed,
    outline: new SlideOutline(keyed.slides),
    starts: scan.slides.map((slide) => slide.start),
    closer: scan.closer,
    separators: own,
  };
}
