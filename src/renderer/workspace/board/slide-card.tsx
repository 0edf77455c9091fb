import { CircleAlert, EllipsisVertical, EyeOff, MessageSquare, TriangleAlert } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { openComments } from '../../../core/annotations/comments/comment-list.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import { useMarkedProblem } from '../panels/use-checks.tsx';
import type { SlideItem } from '../slide-items.ts';
import { useDeck } from '../use-session.ts';
import { BoardPicture } from './board-picture.tsx';
import type { PictureStore } from './picture-store.ts';

interface SlideCardProps {
  readonly item: SlideItem;
  /** Its place among the slides that are shown, from 0. */
  readonly place: number;
  readonly arrangement: 'list' | 'grid';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pictureWidth: number;
  readonly isSelected: boolean;
  /** Whether the keys act on it. */
  readonly isCursor: boolean;
  readonly isDragged: boolean;
  /** Id of the heading above it, where it begins a section. */
  readonly heading: string | undefined;
  readonly look: DeckLook;
  readonly assets: string;
  readonly store: PictureStore;
}

/** One slide of a board: a row to screen readers, a picture to everybody else. */
export const SlideCard = memo((props: SlideCardProps): ReactElement => {
  const { item, arrangement, left, top, width, height, isSelected, isCursor, isDragged } = props;
  const title = useDeck(({ state }) => {
    const slide = lookUpSlide(slideIndex(state), item.id)?.slide;
    return slide === undefined ? '' : slideTitle(state, slide);
  });
  const problem = useMarkedProblem(item.id);
  const comments = useDeck(({ state }) => openComments(state, item.id));
  const remarks = [
    ...(item.hidden ? ['hidden'] : []),
    ...(comments === 0 ? [] : [comments === 1 ? '1 open comment' : `${comments} open comments`]),
    ...(problem === null ? [] : [problem === 'error' ? 'has an error' : 'to check']),
  ];
  const name = [`${item.label}: ${title === '' ? 'untitled' : title}`, ...remarks].join(', ');
  return (
    <div
      role="row"
      className="ui-tile"
      data-key={item.id}
      data-arrangement={arrangement}
      data-depth={item.depth}
      data-hidden={item.hidden || undefined}
      data-selected={isSelected || undefined}
      data-dragged={isDragged || undefined}
      aria-rowindex={props.place + 1}
      aria-selected={isSelected}
      aria-label={name}
      aria-describedby={props.heading}
      tabIndex={isCursor ? 0 : -1}
      draggable
      style={{ left, top, width, height }}
    >
      <div role="gridcell" className="ui-tile-cell">
        {arrangement === 'list' && <span className="ui-tile-number">{item.label}</span>}
        <span className="ui-tile-picture">
          <BoardPicture
            slide={item.id}
            look={props.look}
            assets={props.assets}
            width={props.pictureWidth}
            store={props.store}
          />
          {comments > 0 && (
            <span className="ui-tile-comments">
              <MessageSquare aria-hidden /> {comments}
            </span>
          )}
          {problem !== null && (
            <span className="ui-tile-problem" data-severity={problem}>
              {problem === 'error' ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
            </span>
          )}
          {arrangement === 'list' && item.hidden && (
            <span className="ui-tile-badge">
              <EyeOff aria-hidden /> Hidden
            </span>
          )}
        </span>
        {arrangement === 'grid' && (
          <span className="ui-tile-caption">
            <span className="ui-tile-title" dir="auto">
              {title === '' ? 'Untitled' : title}
            </span>
            <span className="ui-tile-place">{item.hidden ? `hidden · ${item.label}` : item.label}</span>
          </span>
        )}
        <button
          type="button"
          className="ui-tile-more"
          tabIndex={-1}
          aria-label={`Actions for slide ${item.label}`}
          aria-haspopup="menu"
        >
          <EllipsisVertical aria-hidden />
        </button>
      </div>
    </div>
  );
});
