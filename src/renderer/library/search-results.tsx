import { CircleAlert, SearchX } from 'lucide-react';
import { type ReactElement, type RefObject, useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { SearchResult } from '../../contract/schemas/library.ts';
import { Message } from '../workspace/message.tsx';
import { useScale } from '../workspace/use-rem.ts';
import { CardGrid } from './card-grid.tsx';
import { cardSize } from './card-size.ts';
import { type DrawnHit, HitCard, hitWords } from './hit-card.tsx';
import { SkeletonCards } from './skeleton-cards.tsx';
import { useDelay } from './use-delay.ts';
import type { SearchState } from './use-search.ts';

interface SearchResultsProps {
  readonly search: SearchState;
  /** Width there is, in CSS pixels. */
  readonly room: number;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onOpen: (deck: string, slide: number) => void;
  readonly onLeave: () => void;
  readonly onRetry: () => void;
}

/** The slides that have the words, as pictures. */
export function SearchResults({ search, room, list, onOpen, onLeave, onRetry }: SearchResultsProps): ReactElement {
  const { result, failure, isBusy, words, at } = search;
  const isSlow = useDelay(isBusy);
  const items = useMemo(() => drawnHits(result), [result]);
  const size = cardSize(room, hitWords, useScale());
  const open = (key: string): void => {
    const hit = items.find(({ id }) => id === key)?.hit;
    if (hit !== undefined) onOpen(hit.deck, hit.number);
  };
  return (
    <div className="ui-library-decks">
      <p className="ui-library-count" role="status">
        {isBusy && isSlow && result === null ? 'Searching…' : result === null ? '' : summary(search)}
      </p>
      {result === null && failure === null && isSlow && <SkeletonCards size={size} />}
      {failure !== null && !isBusy && (
        <div role="alert" className="ui-failure">
          <Message icon={<CircleAlert aria-hidden />} title={failure.message} text={failure.wayOut}>
            <Button className="ui-button ui-button-primary" onPress={onRetry}>
              Try again
            </Button>
          </Message>
        </div>
      )}
      {result !== null && result.total === 0 && (
        <Message
          icon={<SearchX aria-hidden />}
          title={`Nothing found for “${words}”`}
          text="A slide has to have all of the words, in any order. Fewer words find more; the beginning of a word is enough."
        />
      )}
      {items.length > 0 && (
        <CardGrid
          label="Slides found"
          items={items}
          keyOf={({ id }) => id}
          size={size}
          now={at}
          list={list}
          onOpen={open}
          onLeave={onLeave}
        >
          {(item) => <HitCard {...item} />}
        </CardGrid>
      )}
    </div>
  );
}

function drawnHits(result: SearchResult | null): readonly DrawnHit[] {
  if (result === null) return [];
  return result.hits.map((hit) => {
    const { front = '', assets = '' } = result.looks[hit.deck] ?? {};
    return { id: `${hit.deck} ${hit.number}`, hit, front, assets };
  });
}

function summary({ result }: SearchState): string {
  if (result === null) return '';
  const { total, hits, slides, decks } = result;
  const among = `${slides.toLocaleString('en')} ${slides === 1 ? 'slide' : 'slides'} in ${decks.toLocaleString('en')} ${decks === 1 ? 'deck' : 'decks'}`;
  if (total === 0) return `None of ${among}.`;
  const found = `${total.toLocaleString('en')} of ${among}`;
  return hits.length < total ? `${found}; the best ${hits.length} are shown` : found;
}
