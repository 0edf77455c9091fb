import { ChevronDown, FolderOpen, Plus } from 'lucide-react';
import { type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../contract/client.ts';
import type { Library as LibraryListing } from '../../contract/schemas/library.ts';
import { useCommands } from '../workspace/commands/use-commands.ts';
import { FolderDialog } from '../workspace/files/folder-dialog.tsx';
import { useScale } from '../workspace/use-rem.ts';
import { DeckCards } from './deck-cards.tsx';
import { deckWords } from './deck-card.tsx';
import { cardSize } from './card-size.ts';
import { EmptyFolder } from './empty-folder.tsx';
import { LibraryFailure } from './library-failure.tsx';
import { NewDeckDialog } from './new-deck-dialog.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchResults } from './search-results.tsx';
import { SkeletonCards } from './skeleton-cards.tsx';
import { useDelay } from './use-delay.ts';
import { useLibrary } from './use-library.ts';
import { useRecent } from './use-recent.ts';
import { useSearch } from './use-search.ts';
import { useWidth } from './use-width.ts';

interface LibraryProps {
  readonly client: HostClient;
  /** The deck that was open before: its card gets the focus, or the first one if it is gone; `null` for none. */
  readonly left: string | null;
  /** Opens a deck, on a slide by its number where one is named. */
  readonly onOpen: (deck: string, slide?: number) => void;
}

/** The decks of a folder as cards, and a search over all of their slides. */
export function Library({ client, left, onOpen }: LibraryProps): ReactElement {
  const [state, reload] = useLibrary(client);
  const recent = useRecent(client, state);
  const [typed, setTyped] = useState('');
  const [retries, setRetries] = useState(0);
  const [dialog, setDialog] = useState<'new' | 'folder' | null>(null);
  const [main, room] = useWidth();
  const scale = useScale();
  const field = useRef<HTMLInputElement>(null);
  const hits = useRef<HTMLDivElement>(null);
  const words = typed.trim();
  const search = useSearch(client, words, retries);
  const isSlow = useDelay(state.kind === 'loading');

  const toSearch = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useCommands({
    'file.new': { run: () => setDialog('new') },
    'file.folder': { run: () => setDialog('folder') },
    'file.search': { run: toSearch },
  });
  const toList = (): void => main.current?.querySelector<HTMLElement>('.ui-cards [data-key]')?.focus();
  const openBest = (): void => {
    const [best] = search.result?.hits ?? [];
    if (best !== undefined) onOpen(best.deck, best.number);
  };
  /** The words that Enter was pressed for before the answer to them came. */
  const wanted = useRef('');
  const openWanted = useEffectEvent((): void => {
    if (words !== '' && wanted.current === words) openBest();
    wanted.current = '';
  });
  useEffect(() => {
    if (!search.isBusy) openWanted();
  }, [search.isBusy]);
  const onEnter = (): void => {
    if (search.isBusy) wanted.current = words;
    else openBest();
  };

  const folder = state.kind === 'ready' ? state.library.folder : null;
  return (
    <div className="ui-library">
      <header className="ui-library-head">
        <h1 className="ui-library-title">Decks</h1>
        <Button
          className="ui-button ui-library-folder"
          aria-label={folder === null ? 'Choose folder' : `Folder ${folder}: choose another`}
          onPress={() => setDialog('folder')}
        >
          <FolderOpen aria-hidden />
          {/* The end of a path says most: it is the beginning that is cut. */}
          <span className="ui-library-path" title={folder ?? ''}>
            <bdi>{folder ?? 'Choose folder'}</bdi>
          </span>
          <ChevronDown aria-hidden />
        </Button>
        <SearchBox value={typed} field={field} onChange={setTyped} onDown={toList} onEnter={onEnter} />
        <Button className="ui-button ui-button-primary" onPress={() => setDialog('new')}>
          <Plus aria-hidden /> New deck
        </Button>
      </header>
      <main ref={main} className="ui-library-main" aria-label="Decks" aria-busy={state.kind === 'loading'}>
        {words !== '' && (
          <SearchResults
            search={search}
            room={room}
            list={hits}
            onOpen={onOpen}
            onLeave={toSearch}
            onRetry={() => setRetries((value) => value + 1)}
          />
        )}
        {words === '' && room > 0 && (
          <>
            {state.kind === 'loading' && isSlow && <SkeletonCards size={cardSize(room, deckWords, scale)} />}
            {state.kind === 'failed' && (
              <LibraryFailure failure={state.failure} onRetry={reload} onFolder={() => setDialog('folder')} />
            )}
            {state.kind === 'ready' && isEmpty(state.library) && (
              <EmptyFolder
                folder={state.library.folder}
                onNew={() => setDialog('new')}
                onFolder={() => setDialog('folder')}
              />
            )}
            {state.kind === 'ready' && !isEmpty(state.library) && (
              <DeckCards
                client={client}
                cards={state.library.decks}
                packed={state.library.packed}
                recent={recent}
                now={state.at}
                room={room}
                left={left}
                onOpen={onOpen}
                onLeave={toSearch}
              />
            )}
          </>
        )}
      </main>
      <NewDeckDialog
        client={client}
        isOpen={dialog === 'new'}
        library={state.kind === 'ready' ? state.library : null}
        onClose={() => setDialog(null)}
        onMade={(deck) => {
          setDialog(null);
          onOpen(deck);
        }}
      />
      <FolderDialog
        client={client}
        title="Choose a folder of decks"
        isOpen={dialog === 'folder'}
        start={null}
        recent={recent.folders}
        onClose={() => setDialog(null)}
        onFolder={async ({ folder: chosen }) => {
          await client.call('library.choose', { folder: chosen });
          setDialog(null);
          setTyped('');
          reload();
        }}
      />
    </div>
  );
}

function isEmpty({ decks, packed }: LibraryListing): boolean {
  return decks.length === 0 && packed.length === 0;
}
