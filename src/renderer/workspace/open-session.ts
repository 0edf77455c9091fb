import { EditorState } from '@codemirror/state';
import type { OpenDeck } from '../../contract/schemas/deck.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { DeckSession } from './deck-session.ts';
import { sourceExtensions } from './editor/editor-extensions.ts';
import { readyToWrite } from './editor/slide-folds.ts';
import { loadInk } from './saving/from-disk.ts';

/** Makes the session of a deck that the host has read, with its annotations as far as they can be read. */
export function openSession(opened: OpenDeck): DeckSession {
  // Without annotations there are no slides to find for them: reading a long deck twice is most of what opening it costs.
  const deck = opened.annotations.text === null ? EditorState.create() : createDeck(opened.text);
  const { annotations, layers } = loadInk(opened.annotations, deck);
  // A slide's key comes from its place in the text, so the keys of that deck are those of this state, too.
  const extensions = sourceExtensions(opened.text);
  return new DeckSession(readyToWrite(createDeck(opened.text, { annotations, layers, extensions })));
}
