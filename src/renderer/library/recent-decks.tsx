import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { DeckCard, RecentDeck } from '../../contract/schemas/library.ts';
import { changedAt } from './card-facts.ts';
import type { CardSize } from './card-size.ts';
import { useScale } from '../workspace/use-rem.ts';
import { TextPicture } from './text-picture.tsx';

interface RecentDecksProps {
  readonly decks: readonly RecentDeck[];
  /** The decks of the library: those of them that were used lately have a picture. */
  readonly cards: readonly DeckCard[];
  readonly size: CardSize;
  readonly now: Date;
  readonly onOpen: (deck: string) => void;
}

/** One row of decks that were opened lately, in step with the columns of the cards. */
export function RecentDecks({ decks, cards, size, now, onOpen }: RecentDecksProps): ReactElement | null {
  if (decks.length === 0) return null;
  const columns = { gridTemplateColumns: `repeat(${size.columns}, ${size.width}px)`, gap: size.gap };
  return (
    <section className="ui-recent" aria-label="Recent">
      <h2 className="ui-library-group">Recent</h2>
      <ul className="ui-recent-list" style={columns}>
        {decks.slice(0, size.columns).map((recent) => (
          <li key={recent.deck}>
            <Button className="ui-recent-deck" onPress={() => onOpen(recent.deck)}>
              <RecentPicture card={cards.find(({ deck }) => deck === recent.deck)} />
              <span className="ui-recent-words">
                <span className="ui-recent-title" dir="auto">
                  {recent.title}
                </span>
                <span className="ui-recent-when">opened {changedAt(new Date(recent.opened), now)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentPicture({ card }: { readonly card: DeckCard | undefined }): ReactElement {
  const scale = useScale();
  return (
    <span className="ui-recent-picture">
      {card !== undefined && card.problem === null && (
        <TextPicture text={card.opening} assets={card.assets} width={72 * scale} />
      )}
    </span>
  );
}
