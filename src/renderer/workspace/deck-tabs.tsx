import { LibraryBig, X } from 'lucide-react';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { deckTitle } from '../../core/deck/summary.ts';
import type { DeckTab } from './open-decks.ts';
import { saveWords, useSaveState } from './save-indicator.tsx';

interface DeckTabsProps {
  readonly tabs: readonly DeckTab[];
  /** The deck in view; `null` where the library is. */
  readonly current: DeckTab | null;
  readonly onLibrary: () => void;
  readonly onDeck: (tab: DeckTab) => void;
  readonly onClose: (tab: DeckTab) => void;
}

/** The decks that are open in this window, and the way back to all others. */
export function DeckTabs({ tabs, current, onLibrary, onDeck, onClose }: DeckTabsProps): ReactElement {
  return (
    <nav className="ui-decks" aria-label="Open decks">
      <Button
        className="ui-decks-tab"
        {...(current === null ? { 'aria-current': 'page' } : {})}
        data-current={current === null || undefined}
        onPress={onLibrary}
      >
        <LibraryBig aria-hidden /> All decks
      </Button>
      {tabs.map((tab) => (
        <OpenTab
          key={tab.opened.deck}
          tab={tab}
          isCurrent={tab === current}
          onOpen={() => onDeck(tab)}
          onClose={() => onClose(tab)}
        />
      ))}
    </nav>
  );
}

interface OpenTabProps {
  readonly tab: DeckTab;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

function OpenTab({ tab, isCurrent, onOpen, onClose }: OpenTabProps): ReactElement {
  const save = useSaveState(tab.autosave);
  const title = useSyncExternalStore(tab.session.subscribe, () => deckTitle(tab.session.state)) || tab.opened.name;
  return (
    <span className="ui-decks-pair" data-current={isCurrent || undefined}>
      <Button
        className="ui-decks-tab"
        {...(isCurrent ? { 'aria-current': 'page' } : {})}
        aria-label={`${title}, ${saveWords(save)}`}
        onPress={onOpen}
      >
        <span className="ui-decks-dot" data-kind={save.kind} />
        <span className="ui-decks-name" dir="auto">
          {title}
        </span>
      </Button>
      <Button className="ui-decks-close" aria-label={`Close ${title}`} onPress={onClose}>
        <X aria-hidden />
      </Button>
    </span>
  );
}
