import type { OpenDeck } from '../../contract/schemas.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { DeckSession } from './deck-session.ts';
import { sourceExtensions } from './editor/editor-extensions.ts';
import { readyToWrite } from './editor/slide-folds.ts';
import { loadInk } from './saving/from-disk.ts';

/** Makes the session of a deck that the host has read, with its annotations as far as they can be read. */
export function openSession(opened: OpenDeck): DeckSession {
  const { annotations, layers } = loadInk(opened.annotations, createDeck(opened.text));
  // A slide's key comes from its place in the text, so the keys of that deck are those of this state, too.
  const extensions = sourceExtensions(opened.text);
  return new DeckSession(readyToWrite(createDeck(opened.text, { annotations, layers, extensions })));
}
