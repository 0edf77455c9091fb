import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import type { HostClient } from '../../../contract/client.ts';
import type { DeckSession } from '../deck-session.ts';
import type { ImageRequest, LocalFile } from '../../../contract/schemas/deck.ts';

/** What the editor needs of the world outside of the deck's text. */
export interface DeckHost {
  /** The deck itself: what goes on when an editor's view is gone. */
  readonly deck: Pick<DeckSession, 'state' | 'dispatch'>;
  /** The files that lie beside the deck, as far as they are known; asks for them again where that is due. */
  readonly files: () => Promise<readonly LocalFile[]>;
  /** Puts a picture beside the deck. */
  readonly addImage: (image: Omit<ImageRequest, 'deck'>) => Promise<LocalFile>;
  /** Says something to the user in passing. */
  readonly say: (message: string) => void;
}

/** Gives an open deck its host, or another one. */
export const setDeckHost = StateEffect.define<DeckHost | null>();

/** The deck's host; `null` while nobody has given it one. */
export const deckHostField = StateField.define<DeckHost | null>({
  create: () => null,
  update: (host, { effects }) =>
    effects.reduce<DeckHost | null>((value, effect) => (effect.is(setDeckHost) ? effect.value : value), host),
});

/** The host of a deck, if it has one. */
export function deckHost(state: EditorState): DeckHost | null {
  return state.field(deckHostField, false) ?? null;
}

/** A deck's host over the program's own. Files are listed once, and again after `forget` or a new picture. */
export function createDeckHost(
  session: DeckSession,
  client: HostClient,
  deck: string,
  say: (message: string) => void,
): DeckHost & { readonly forget: () => void } {
  let listed: Promise<readonly LocalFile[]> | null = null;
  const forget = () => {
    listed = null;
  };
  return {
    deck: session,
    files: () => {
      listed ??= client.call('deck.files', { deck }).then(
        ({ files }) => files,
        () => {
          // Completion goes without; the next one asks again.
          forget();
          return [];
        },
      );
      return listed;
    },
    addImage: async (image) => {
      const added = await client.call('image.add', { deck, ...image });
      forget();
      return added;
    },
    say,
    forget,
  };
}
