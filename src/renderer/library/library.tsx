import { FolderOpen } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { GridList } from 'react-aria-components';
import type { HostClient } from '../../contract/client.ts';
import type { Library as Folder } from '../../contract/schemas.ts';
import { FailureMessage, Message } from '../workspace/message.tsx';
import { DeckCard } from './deck-card.tsx';
import { useLibrary } from './use-library.ts';

interface LibraryProps {
  readonly client: HostClient;
  /** The deck that was open before: its card gets the focus, or the first one if it is gone; `null` for none. */
  readonly left: string | null;
  readonly onOpen: (deck: string) => void;
}

/** The decks of a folder, as cards. */
export function Library({ client, left, onOpen }: LibraryProps): ReactElement {
  const [state, reload] = useLibrary(client);
  const cards = useRef<HTMLDivElement>(null);
  const isReady = state.kind === 'ready';
  useEffect(() => {
    if (!isReady || left === null || document.activeElement !== document.body) return undefined;
    // The list makes its rows in a second pass, after this effect.
    const frame = requestAnimationFrame(() => {
      const list = cards.current;
      const card =
        list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(left)}"]`) ?? list?.querySelector('[data-key]');
      if (card instanceof HTMLElement) card.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady, left]);
  return (
    <div className="ui-library">
      <header className="ui-library-head">
        <h1 className="ui-library-title">Decks</h1>
        {state.kind === 'ready' && (
          <span className="ui-library-folder" title={state.library.folder}>
            {state.library.folder}
          </span>
        )}
      </header>
      <main className="ui-library-main" aria-label="Decks">
        {state.kind === 'loading' && <Message busy title="Looking for decks…" />}
        {state.kind === 'failed' && <FailureMessage failure={state.failure} action="Try again" onAction={reload} />}
        {state.kind === 'ready' && state.library.decks.length === 0 && <EmptyFolder folder={state.library} />}
        {state.kind === 'ready' && state.library.decks.length > 0 && (
          <GridList
            ref={cards}
            className="ui-cards"
            aria-label="Decks"
            layout="grid"
            items={state.library.decks}
            onAction={(key) => onOpen(String(key))}
          >
            {(card) => <DeckCard id={card.deck} card={card} now={state.at} />}
          </GridList>
        )}
      </main>
    </div>
  );
}

function EmptyFolder({ folder }: { readonly folder: Folder }): ReactElement {
  return (
    <Message
      icon={<FolderOpen aria-hidden />}
      title="No decks here yet"
      text={`A deck is a Markdown file. Put one with the ending .md into ${folder.folder} and it appears here; slides are divided by a line with three hyphens.`}
    />
  );
}
