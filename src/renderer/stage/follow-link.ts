import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { type LinkTarget, prefixed } from '../slide/links.ts';

/**
 * Follows a link on a slide inside the deck. A link that leads out is not opened: its address is said instead, since a deck
 * may come from anybody.
 */
export function followLink(
  state: EditorState,
  target: LinkTarget,
  go: (key: string) => void,
  say: (message: string) => void,
): void {
  if (target.kind === 'element') {
    const slide = slideIndex(state).slides.find(({ attributes }) => prefixed(attributes.get('id') ?? '') === target.id);
    if (slide === undefined) say('This link leads to a place that is not in the deck.');
    else go(slide.key);
  } else if (target.kind === 'web') {
    say(`Not opened: ${target.href}`);
  } else if (target.kind === 'file') {
    say(`Not opened: the file ${target.path} beside the deck`);
  }
}
