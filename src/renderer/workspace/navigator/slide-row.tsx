import { EllipsisVertical, EyeOff, GripVertical } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, GridListItem, MenuTrigger } from 'react-aria-components';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { SlideMenu } from './slide-menu.tsx';
import type { SlideItem } from '../slide-items.ts';
import { useDeck, useSession } from '../use-session.ts';
import { Thumbnail } from './thumbnail.tsx';

interface SlideRowProps {
  readonly item: SlideItem;
  readonly items: readonly SlideItem[];
  readonly look: DeckLook;
  readonly assets: string;
  /** Of a picture that is not indented, in CSS pixels. */
  readonly width: number;
}

/** How far slides below another are indented, in CSS pixels. */
const indent = 14;

/** One slide of the navigator. */
export function SlideRow({ item, items, look, assets, width }: SlideRowProps): ReactElement {
  const session = useSession();
  const name = useDeck(({ state }) => {
    const slide = lookUpSlide(slideIndex(state), item.id)?.slide;
    return slide === undefined ? '' : slideTitle(state, slide);
  });
  const label = `${item.label}: ${name === '' ? 'untitled' : name}${item.hidden ? ', hidden' : ''}`;
  return (
    <GridListItem
      id={item.id}
      textValue={label}
      className="ui-row"
      data-depth={item.depth}
      data-hidden={item.hidden || undefined}
    >
      <span className="ui-row-number">{item.label}</span>
      <span className="ui-row-picture">
        <Thumbnail slide={item.id} look={look} assets={assets} width={width - item.depth * indent} />
        {item.hidden && (
          <span className="ui-row-badge">
            <EyeOff aria-hidden /> Hidden
          </span>
        )}
      </span>
      <Button slot="drag" className="ui-row-grip" aria-label={`Drag slide ${item.label}`}>
        <GripVertical aria-hidden />
      </Button>
      <MenuTrigger
        onOpenChange={(open) => {
          // A menu on a slide outside the selection is about that slide alone.
          if (open && !session.snapshot().selected.has(item.id)) session.goTo(item.id);
        }}
      >
        <Button className="ui-row-more" aria-label={`Actions for slide ${item.label}`}>
          <EllipsisVertical aria-hidden />
        </Button>
        <SlideMenu items={items} />
      </MenuTrigger>
    </GridListItem>
  );
}
