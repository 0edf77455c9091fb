import { FileWarning } from 'lucide-react';
import { type ReactElement, useCallback, useMemo } from 'react';
import { GridListItem } from 'react-aria-components';
import type { DeckCard as Card } from '../../contract/schemas.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { deckLook } from '../slide/deck-look.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../stage/session-source.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { SlidePicture } from '../workspace/slide-picture.tsx';
import { cardFacts } from './card-facts.ts';

/** Of a card's picture, in CSS pixels. */
const pictureWidth = 288;

interface DeckCardProps {
  /** The card's deck, under the name that lists look for. */
  readonly id: string;
  readonly card: Card;
  /** When the library was read. */
  readonly now: Date;
}

/** A deck of the library: its first slide, and what there is to know before opening it. */
export function DeckCard({ id, card, now }: DeckCardProps): ReactElement {
  const title = card.title === '' ? card.name : card.title;
  return (
    <GridListItem id={id} textValue={title} className="ui-card" isDisabled={card.problem !== null}>
      <div className="ui-card-picture">
        {card.problem === null ? <FirstSlide card={card} /> : <FileWarning aria-hidden />}
      </div>
      <div className="ui-card-words">
        <p className="ui-card-title" title={title}>
          {title}
        </p>
        {card.problem === null ? (
          <p className="ui-card-facts">{cardFacts(card, now)}</p>
        ) : (
          <p className="ui-card-problem">
            {card.problem.message} {card.problem.wayOut}
          </p>
        )}
        {card.problem === null && (
          <p className="ui-card-name" title={card.name}>
            {card.name}
          </p>
        )}
      </div>
    </GridListItem>
  );
}

function FirstSlide({ card }: { readonly card: Card }): ReactElement {
  const { opening, assets } = card;
  const state = useMemo(() => createDeck(opening), [opening]);
  const look = useMemo(() => deckLook(deckSettings(state).settings), [state]);
  const draw = useCallback(() => {
    const first = slideIndex(state).slides[0]?.key ?? '';
    return slideFrame(renderMatter(state, slideMatter(state, first), assets), look);
  }, [state, look, assets]);
  const width = Math.min(pictureWidth, ((pictureWidth * 9) / 16) * (look.width / look.height));
  return <SlidePicture look={look} width={width} draw={draw} />;
}
