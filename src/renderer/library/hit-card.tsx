import { Fragment, type ReactElement } from 'react';
import { GridListItem } from 'react-aria-components';
import type { SearchHit } from '../../contract/schemas/library.ts';
import { useCard } from './card-grid.tsx';
import { excerptParts } from './excerpt-parts.ts';
import { TextPicture } from './text-picture.tsx';

/** Height of a hit's words, in CSS pixels. */
export const hitWords = 78;

/** A hit under a name for lists, and what its slide's picture needs. */
export interface DrawnHit {
  readonly id: string;
  readonly hit: SearchHit;
  readonly front: string;
  readonly assets: string;
}

/** A slide that was found: its picture and the words around the match, with what was looked for marked in both. */
export function HitCard({ id, hit, front, assets }: DrawnHit): ReactElement {
  const { width } = useCard();
  const { label, deckTitle, name, hidden, inNotes, body, words } = hit;
  const title = deckTitle === '' ? name : deckTitle;
  const remarks = [`slide ${label}`, ...(inNotes ? ['notes'] : []), ...(hidden ? ['hidden'] : [])];
  return (
    <GridListItem id={id} textValue={`${title}, slide ${label}`} className="ui-card ui-hit">
      <div className="ui-card-picture" data-dim={hidden || undefined}>
        <TextPicture text={`${front}${body}`} label={label} assets={assets} width={width - 2} words={words} />
      </div>
      <div className="ui-card-words">
        <p className="ui-hit-place">
          <span className="ui-hit-deck" title={`${title} (${name})`} dir="auto">
            {title}
          </span>
          <span className="ui-hit-number">{remarks.join(' · ')}</span>
        </p>
        <p className="ui-hit-excerpt" dir="auto">
          {excerptParts(hit).map(({ text, isMarked }, i) => (
            // Parts have no names, and never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={i}>{isMarked ? <mark>{text}</mark> : text}</Fragment>
          ))}
        </p>
      </div>
    </GridListItem>
  );
}
