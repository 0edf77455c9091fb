import type { EditorState } from '@codemirror/state';
import { defaultSettings } from './deck-settings.ts';
import type { FrontMatterBlock } from './front-matter-block.ts';
import { type FrontMatter, readFrontMatter } from './front-matter-text.ts';
import { slideIndex } from './slide-index.ts';

export type { DeckSettings } from './deck-settings.ts';

const none: FrontMatter = { settings: defaultSettings, diagnostics: [] };

// An index keeps its block while the front matter is not touched, so a block stands for one text.
const read = new WeakMap<FrontMatterBlock, FrontMatter>();

/** The deck's settings, read from its front matter. What does not parse is a diagnostic; defaults hold in its place. */
export function deckSettings(state: EditorState): FrontMatter {
  const block = slideIndex(state).frontMatter;
  if (block === null) return none;
  let value = read.get(block);
  if (value === undefined) {
    value = readFrontMatter(state.doc.sliceString(block.yamlFrom, block.yamlTo));
    read.set(block, value);
  }
  return value;
}
