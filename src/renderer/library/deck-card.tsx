import { FileWarning } from 'lucide-react';
import type { ReactElement } from 'react';
import { GridListItem } from 'react-aria-components';
import type { DeckCard as Card } from '../../contract/schemas/library.ts';
import { cardFacts, changedAt } from './card-facts.ts';
import { useCard } from './card-grid.tsx';
import { TextPicture } from './text-picture.tsx';

/** Height of a card's words, in CSS pixels. */
export const deckWords = 88;

interface DeckCardProps {
  /** The card's deck, under the name that lists look for. */
  readonly id: string;
  readonly card: Card;
}

/** A deck of the library: its first slide, and what there is to know before opening it. */
export function DeckCard({ id, card }: DeckCardProps): ReactElement {
  const { width, now } = useCard();
  const title = card.title === '' ? card.name : card.title;
  return (
    <GridListItem id={id} textValue={title} className="ui-card">
      <div className="ui-card-picture">
        {card.problem === null ? (
          <TextPicture text={card.opening} assets={card.assets} width={width - 2} />
        ) : (
          <FileWarning aria-hidden />
        )}
      </div>
      <div className="ui-card-words">
        <p className="ui-card-title" title={title} dir="auto">
          {title}
        </p>
        {card.problem === null ? (
          <>
            <p className="ui-card-facts">
              <span>{cardFacts(card)}</span>
              <span className="ui-card-when">
                <span className="ui-visually-hidden">changed </span>
                {changedAt(new Date(card.modified), now)}
              </span>
            </p>
            <p className="ui-card-name" title={card.name} dir="auto">
              {card.name}
            </p>
          </>
        ) : (
          <p className="ui-card-problem">
            {card.problem.message} {card.problem.wayOut}
          </p>
        )}
      </div>
    </GridListItem>
  );
}
