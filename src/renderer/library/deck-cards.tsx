import { type ReactElement, useEffect, useRef } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { DeckCard as Card, PackedDeckCard, Recent } from '../../contract/schemas/library.ts';
import { useSay } from '../workspace/announcer.tsx';
import { useScale } from '../workspace/use-rem.ts';
import { CardGrid, focusCard } from './card-grid.tsx';
import { cardSize } from './card-size.ts';
import { DeckCard, deckWords } from './deck-card.tsx';
import { PackedDecks } from './packed-decks.tsx';
import { RecentDecks } from './recent-decks.tsx';

interface DeckCardsProps {
  readonly client: HostClient;
  readonly cards: readonly Card[];
  readonly packed: readonly PackedDeckCard[];
  readonly recent: Recent;
  /** When the folder was read. */
  readonly now: Date;
  /** Width there is, in CSS pixels. */
  readonly room: number;
  /** The deck that was open before: its card gets the focus, or the first one if it is gone; `null` for none. */
  readonly left: string | null;
  readonly onOpen: (deck: string) => void;
  readonly onLeave: () => void;
}

/** The decks of the folder, and those that were opened lately. */
export function DeckCards(props: DeckCardsProps): ReactElement {
  const { client, cards, packed, recent, now, room, left, onOpen, onLeave } = props;
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const size = cardSize(room, deckWords, useScale());
  const first = useRef({ cards, size });
  useEffect(() => {
    if (left === null || document.activeElement !== document.body) return;
    const { cards: shown, size: drawn } = first.current;
    focusCard(
      list.current,
      shown.map(({ deck }) => deck),
      left,
      drawn,
    );
  }, [left]);
  const open = (deck: string): void => {
    const problem = cards.find((card) => card.deck === deck)?.problem ?? null;
    if (problem === null) onOpen(deck);
    else say(`${problem.message} ${problem.wayOut}`);
  };
  return (
    <div className="ui-library-decks">
      <RecentDecks decks={recent.decks} cards={cards} size={size} now={now} onOpen={onOpen} />
      <PackedDecks client={client} packed={packed} size={size} now={now} onOpen={onOpen} />
      <CardGrid
        label="Decks"
        items={cards}
        keyOf={({ deck }) => deck}
        size={size}
        now={now}
        list={list}
        onOpen={open}
        onLeave={onLeave}
      >
        {(card) => <DeckCard id={card.deck} card={card} />}
      </CardGrid>
    </div>
  );
}
