import { Check } from 'lucide-react';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Comment } from '../../core/annotations/comment.ts';
import { commentsOn } from '../../core/annotations/comments/comment-list.ts';
import { isSameList } from '../../core/annotations/same-list.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { usePaperBox } from '../annotate/use-paper-box.ts';
import type { DeckLook } from '../slide/deck-look.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useScale } from '../workspace/use-rem.ts';
import { useDeck } from '../workspace/use-session.ts';
import { pinPlaces, pinSize, type PinWish } from './pin-places.ts';
import { markQuotes, quoteEnd, type StageQuote, stageQuotes } from './stage-quotes.ts';
import { useCommentDesk, useCommentsState } from './use-comments.tsx';

interface CommentPinsProps {
  readonly stage: RevealStage;
  /** The slide's size in slide units, and where its lines begin. */
  readonly look: Pick<DeckLook, 'width' | 'height' | 'isRightToLeft'>;
  /** Key of the slide on the stage. */
  readonly slide: string;
}

/** So many comments on the whole slide have pins of their own; one more stands for the rest. */
const mostInCorner = 6;

/** The comments on the slide in view, as numbers where they belong; and marks on the words that they are about. */
export function CommentPins({ stage, look, slide }: CommentPinsProps): ReactElement {
  const desk = useCommentDesk();
  const { selected, standing, draft } = useCommentsState();
  const over = useRef<HTMLDivElement>(null);
  const box = usePaperBox(over, stage, look);
  const all = useDeck(({ state }) => commentsOn(state, slide), isSameList);
  const shown = useMemo(
    () =>
      all.filter(
        ({ id, resolved }) => id === selected || standing === 'all' || (standing === 'open') === (resolved === null),
      ),
    [all, standing, selected],
  );
  const quotes = useStageQuotes(stage, slide, shown);
  useEffect(() => {
    markQuotes(quotes, selected);
    return () => markQuotes([], null);
  }, [quotes, selected]);

  // Pins grow with everything else, so places are counted in CSS pixels at the usual size.
  const ui = useScale();
  const room = box === null ? null : { width: box.width / ui, height: box.height / ui };
  const scale = room === null ? 1 : room.width / look.width;
  const place = ({ anchor, id }: Comment): Point | null => {
    if (anchor.kind === 'point') return { x: anchor.x * scale - 4, y: anchor.y * scale - 20 };
    const quote = quotes.find(({ comment }) => comment.id === id);
    const end = quote === undefined ? null : quoteEnd(quote);
    if (end === null) return null;
    const on = stage.slidePoint({ clientX: end.x, clientY: end.y });
    return { x: on.x * scale + (end.side === 'right' ? 4 : -4 - pinSize), y: on.y * scale - 12 };
  };
  const wishes = shown.map((comment): PinWish => ({ id: comment.id, at: place(comment) }));
  const corner = wishes.filter(({ at }) => at === null);
  const rest = corner.slice(mostInCorner);
  const kept = wishes.filter((wish) => !rest.includes(wish) || wish.id === selected);
  const mark: readonly PinWish[] =
    draft?.slide === slide && draft.anchor.kind === 'point'
      ? [{ id: 'draft', at: { x: draft.anchor.x * scale - 4, y: draft.anchor.y * scale - 20 } }]
      : [];
  const more: readonly PinWish[] = rest.length === 0 ? [] : [{ id: 'more', at: null }];
  const places =
    room === null ? [] : pinPlaces([...mark, ...kept, ...more], room, look.isRightToLeft ? 'left' : 'right');

  return (
    <div ref={over} className="ui-pins">
      {box !== null && (
        <div className="ui-pins-paper" style={box}>
          {places.map(({ id, left, top }) => {
            const style = { left: left * ui, top: top * ui };
            const number = all.findIndex((comment) => comment.id === id) + 1;
            const comment = all[number - 1];
            if (id === 'draft') return <span key={id} className="ui-pin" data-draft style={style} aria-hidden />;
            if (comment === undefined)
              return (
                <button
                  key={id}
                  type="button"
                  className="ui-pin"
                  style={style}
                  aria-label={`${rest.length} more comments on this slide`}
                  onClick={() => desk.open(rest[0]?.id ?? '')}
                >
                  +{rest.length}
                </button>
              );
            return (
              <button
                key={id}
                type="button"
                className="ui-pin"
                data-selected={id === selected || undefined}
                data-resolved={comment.resolved !== null || undefined}
                style={style}
                title={`${comment.creator === '' ? 'Comment' : comment.creator}: ${excerpt(comment.text)}`}
                aria-label={pinName(comment, number)}
                aria-pressed={id === selected}
                onClick={() => desk.open(id)}
              >
                {comment.resolved === null ? number : <Check aria-hidden />}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}

function pinName({ creator, anchor, resolved, text }: Comment, number: number): string {
  const about = anchor.kind === 'quote' ? ` on “${excerpt(anchor.exact)}”` : '';
  const end = resolved === null ? '' : ', resolved';
  return `Comment ${number}${creator === '' ? '' : ` by ${creator}`}${about}${end}: ${excerpt(text)}`;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** Finds quotes on the stage, and again whenever what is shown there changes. */
function useStageQuotes(stage: RevealStage, slide: string, comments: readonly Comment[]): readonly StageQuote[] {
  const [quotes, setQuotes] = useState<readonly StageQuote[]>([]);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      const { section } = stage;
      // The stage comes to another slide a little after everybody else.
      setQuotes(section === null || stage.current !== slide ? [] : stageQuotes(section, comments));
    };
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const changes = new MutationObserver(later);
    changes.observe(stage.element, { subtree: true, childList: true, characterData: true, attributeFilter: ['class'] });
    const sizes = new ResizeObserver(later);
    sizes.observe(stage.element);
    later();
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      sizes.disconnect();
    };
  }, [stage, slide, comments]);
  return quotes;
}
